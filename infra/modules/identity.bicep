// The one identity of the app: it exists before the app, so that roles are in force when the app first starts.

@description('Name of the identity.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id.')
output id string = identity.id

@description('Client id: the app names it when it asks for tokens.')
output clientId string = identity.properties.clientId

@description('Object id: roles are given to it.')
output principalId string = identity.properties.principalId
