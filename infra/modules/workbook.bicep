// The workbook "Digest": found in the portal under Monitor, Workbooks. What it shows stands in infra/workbook.json.

@description('Azure region.')
param location string

@description('Tags.')
param tags object

@description('Workspace that is searched.')
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'digest-workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Digest'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: loadTextContent('../workbook.json')
  }
}
