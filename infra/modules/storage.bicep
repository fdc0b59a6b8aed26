// The storage account: inbox, essays, issues, subscribers, ledgers, queues and the public site. No shared keys, no public
// containers. The names are those of src/Functions/Storage/StorageNames.cs. The static website is a setting of the data
// plane, which templates can't reach: infra/hooks/postprovision switches it on, and that makes the container $web.

@description('Name of the storage account.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags object

@description('Object id of the app\'s identity.')
param appPrincipalId string

@description('Object id of the editors\' group; empty for none.')
param editorsGroupId string

@description('Object id of the operators\' group; empty for none.')
param operatorsGroupId string

@description('Days after which a drop goes to the cool tier.')
param coolDropsAfterDays int

@description('Workspace that takes the storage logs.')
param workspaceId string

var containers = [
  'incoming'
  'essays'
  'problems'
  'issues'
  'subscribers'
  'deliveries'
  'limits'
]
var queues = [
  'digest-deliveries'
  'digest-subscriptions'
  'webjobs-blobtrigger-poison'
]
var editorsMayRead = [
  'essays'
  'problems'
  'issues'
]
var packageContainer = 'app-package'
var deadLetterContainer = 'event-dead-letters'

// Storage Blob Data Owner: the Functions host keeps leases and receipts in the account and makes containers for them.
var blobOwnerRole = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
// Storage Queue Data Contributor
var queueContributorRole = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
// Storage Blob Data Contributor
var blobContributorRole = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
// Storage Blob Data Reader
var blobReaderRole = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: 30
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 30
    }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [for container in concat(containers, [packageContainer, deadLetterContainer]): {
  parent: blobs
  name: container
  properties: {
    publicAccess: 'None'
  }
}]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource storageQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2023-05-01' = [for queue in queues: {
  parent: queueService
  name: queue
}]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01' = {
  parent: account
  name: 'default'
  dependsOn: [
    blobs
  ]
  properties: {
    policy: {
      rules: [
        {
          name: 'cool-old-drops'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'incoming/'
              ]
            }
            actions: {
              baseBlob: {
                tierToCool: {
                  daysAfterModificationGreaterThan: coolDropsAfterDays
                }
              }
            }
          }
        }
        {
          name: 'forget-old-versions'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
                'appendBlob'
              ]
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: 90
                }
              }
            }
          }
        }
        {
          name: 'forget-request-counts'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
                'appendBlob'
              ]
              prefixMatch: [
                'limits/'
              ]
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 3
                }
              }
              version: {
                delete: {
                  daysAfterCreationGreaterThan: 3
                }
              }
            }
          }
        }
      ]
    }
  }
}

resource appBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, appPrincipalId, blobOwnerRole)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobOwnerRole)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource appQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, appPrincipalId, queueContributorRole)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueContributorRole)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Editors write to the inbox and read what became of it; subscribers and ledgers are not theirs to see.
resource inbox 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' existing = {
  parent: blobs
  name: 'incoming'
}

resource readable 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' existing = [for container in editorsMayRead: {
  parent: blobs
  name: container
}]

resource editorsWrite 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(editorsGroupId)) {
  name: guid(account.id, 'incoming', editorsGroupId, blobContributorRole)
  scope: inbox
  dependsOn: [
    blobContainers
  ]
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobContributorRole)
    principalId: editorsGroupId
    principalType: 'Group'
  }
}

resource editorsRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (container, i) in editorsMayRead: if (!empty(editorsGroupId)) {
  name: guid(account.id, container, editorsGroupId, blobReaderRole)
  scope: readable[i]
  dependsOn: [
    blobContainers
  ]
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobReaderRole)
    principalId: editorsGroupId
    principalType: 'Group'
  }
}]

// The commands read, write and lease blobs of every container and put tasks on the queues; the subscription's own roles reach no data.
resource operatorsBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  name: guid(account.id, operatorsGroupId, blobContributorRole)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobContributorRole)
    principalId: operatorsGroupId
    principalType: 'Group'
  }
}

resource operatorsQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  name: guid(account.id, operatorsGroupId, queueContributorRole)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueContributorRole)
    principalId: operatorsGroupId
    principalType: 'Group'
  }
}

resource queueLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: queueService
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
    ]
  }
}

resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'Transaction'
        enabled: true
      }
    ]
  }
}

@description('Name of the account.')
output name string = account.name

@description('Resource id of the account.')
output id string = account.id

@description('Address of the container that the app\'s package is deployed to.')
output packageContainerUrl string = '${account.properties.primaryEndpoints.blob}${packageContainer}'

@description('Address that the static website answers on.')
output siteOrigin string = account.properties.primaryEndpoints.web
