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

@description('Application (client) id of the Entra registration that editors sign in to; empty where nobody signs in.')
param editorsClientId string

@description('Public address of the HTTP functions; empty for the app\'s own.')
param functionsUrl string

@description('Proxies in front of the app that add an entry to X-Forwarded-For, Azure\'s own front end included.')
param trustedProxies string

@description('Settings of the digest, without secrets.')
param settings object

@description('More settings of the digest, as Name=value with semicolons between them; what the template sets itself, and who is let in, what signs and what logs in, is not taken from here.')
param extraSettings string

@description('Names of the keys whose links are accepted; each is the secret token-key-NAME of the vault.')
param linkKeys array

@description('Name of the key that signs new links; accepted too.')
param linkKey string

// The name in a line of extra settings, as environment variables write it.
func nameOf(line string) string => replace(trim(split(line, '=')[0]), ':', '__')

var acceptedKeys = union(linkKeys, [linkKey])
var identitySettings = {
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__blobServiceUri: 'https://${storageName}.blob.${environment().suffixes.storage}'
  AzureWebJobsStorage__queueServiceUri: 'https://${storageName}.queue.${environment().suffixes.storage}'
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
}
var address = empty(functionsUrl) ? 'https://${name}.azurewebsites.net/api/' : endsWith(functionsUrl, '/') ? functionsUrl : '${functionsUrl}/'
var addressSettings = {
  Digest__Subscriptions__FunctionsUrl: address
  Digest__Site__SubscribeUrl: '${address}subscribe'
  Digest__Subscriptions__TrustedProxies: trustedProxies
}
var secretSettings = union(
  { Digest__Tokens__Current: linkKey },
  toObject(acceptedKeys, key => 'Digest__Tokens__Keys__${key}', key => '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/token-key-${key})'),
  needsLogin ? { Digest__Smtp__Password: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/smtp-password)' } : {},
  empty(editorsClientId) ? {} : { '${signInSetting}': '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/entra-client-secret)' }
)
var signInSetting = 'MICROSOFT_PROVIDER_AUTHENTICATION_SECRET'
// The header that says who signed in is believed only where the platform writes it.
var accessSettings = empty(editorsClientId) ? {} : { Digest__Access__TrustPlatformPrincipal: 'true' }

// The app reads names without regard to case, so a name that differs in case only would set the same thing twice.
var ownSettings = union(identitySettings, addressSettings, secretSettings, accessSettings, settings)
var ownNames = map(objectKeys(ownSettings), name => toLower(name))
var openPrefixes = ['digest__', 'otel_']
var closedPrefixes = ['digest__access__', 'digest__tokens__keys', 'digest__tokens__current', 'digest__smtp__password']
var settingLines = filter(map(split(extraSettings, ';'), line => trim(line)), line => !empty(line))
var openLines = filter(settingLines, line => contains(line, '=') && !empty(filter(openPrefixes, prefix => startsWith(toLower(nameOf(line)), prefix))))
var unclosedLines = filter(openLines, line => empty(filter(closedPrefixes, prefix => startsWith(toLower(nameOf(line)), prefix))))
var takenLines = filter(unclosedLines, line => !contains(ownNames, toLower(nameOf(line))))
var takenSettings = toObject(takenLines, line => nameOf(line), line => trim(substring(line, indexOf(line, '=') + 1)))
var ignoredNames = map(filter(settingLines, line => !contains(takenLines, line)), line => nameOf(line))

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

  // Sign-in for the editors stands in front of the app before the setting that trusts it is there. Whoever has not signed in
  // goes through to the public routes; the editors' routes close themselves (src/Functions/Access/EditorGate.cs).
  resource signIn 'config' = if (!empty(editorsClientId)) {
    name: 'authsettingsV2'
    properties: {
      platform: {
        enabled: true
      }
      globalValidation: {
        requireAuthentication: false
        unauthenticatedClientAction: 'AllowAnonymous'
      }
      httpSettings: {
        requireHttps: true
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: editorsClientId
            clientSecretSettingName: signInSetting
            openIdIssuer: '${environment().authentication.loginEndpoint}${subscription().tenantId}/v2.0'
          }
          validation: {
            allowedAudiences: [
              editorsClientId
              'api://${editorsClientId}'
            ]
          }
        }
      }
      login: {
        tokenStore: {
          enabled: false
        }
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(takenSettings, ownSettings)
    dependsOn: [
      signIn
    ]
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

@description('Names among the extra settings that were not taken, with commas between them.')
output ignoredSettings string = join(ignoredNames, ', ')
