// The topic that tells of new drops. Its subscription calls the app's blob extension with a key that exists only after
// the app was deployed: infra/hooks/postdeploy makes it, with dead letters in the container event-dead-letters.

@description('Name of the topic.')
param topicName string

@description('Azure region of the storage account.')
param location string

@description('Tags.')
param tags object

@description('Name of the storage account.')
param storageName string

@description('Workspace that takes the delivery failures.')
param workspaceId string

// Storage Blob Data Contributor
var blobContributorRole = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deadLetters 'containers' existing = {
      name: 'event-dead-letters'
    }
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2022-06-15' = {
  name: topicName
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    source: account.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

// The account takes no keys, so the topic writes dead letters as itself, and into that container only.
resource writesDeadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::deadLetters.id, topic.id, blobContributorRole)
  scope: account::blobs::deadLetters
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobContributorRole)
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource failures 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: topic
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'DeliveryFailures'
        enabled: true
      }
    ]
  }
}

@description('Name of the topic.')
output topicName string = topic.name
