// The functions app on Flex Consumption. Storage, package and telemetry go through one identity; secrets are references
// to Key Vault. The names of the settings are those of docs/operations.md.

@description('Name of the app.')
param name string

@description('Name of the plan.')
param planName string

@description('Azure region.')
param location string

@description('Tags; azd finds the app by one of them.')
param tags object

@description('Resource id of the app\'s identity.')
param identityId string

@description('Client id of the app\'s identity.')
param identityClientId string

@description('Name of the storage account.')
param storageName string

@description('Address of the container that takes the app\'s package.')
param packageContainerUrl string

@description('Where telemetry goes.')
param insightsConnectionString string

@description('Workspace that takes the app\'s metrics.')
param workspaceId string

@description('Most instances.')
param maximumInstances int

@description('Address of the vault, with a slash at its end.')
param vaultUri string

@description('Whether the SMTP server wants a password.')
param needsLogin bool

@description('Public address of the HTTP functions; empty for the app\'s own.')
param functionsUrl string

@description('Settings of the digest, without secrets.')
param settings object

var identitySettings = {
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__blobServiceUri: 'https://${storageName}.blob.${environment().suffixes.storage}'
  AzureWebJobsStorage__queueServiceUri: 'https://${storageName}.queue.${environment().suffixes.storage}'
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
}
var address = empty(functionsUrl) ? 'https://${name}.azurewebsites.net/api/' : functionsUrl
var addressSettings = {
  Digest__Subscriptions__FunctionsUrl: address
  Digest__Site__SubscribeUrl: '${address}subscribe'
}
var secretSettings = union(
  { Digest__Tokens__Keys__k1: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/token-key-k1)' },
  needsLogin ? { Digest__Smtp__Password: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/smtp-password)' } : {}
)

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    clientAffinityEnabled: false
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstances
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(identitySettings, addressSettings, secretSettings, settings)
  }

  resource basicPublishing 'basicPublishingCredentialsPolicies' = [for endpoint in ['ftp', 'scm']: {
    name: endpoint
    properties: {
      allow: false
    }
  }]
}

// The app's logs go to Application Insights already; its metrics come here.
resource metrics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

@description('Name of the app.')
output name string = app.name
