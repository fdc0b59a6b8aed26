// Everything that one newsletter needs, in one resource group. `azd up` runs it; see docs/operations.md.
targetScope = 'subscription'

@description('Name of the environment, as azd knows it: part of every name. Lower-case letters, digits and hyphens.')
@minLength(2)
@maxLength(16)
param environmentName string

@description('Azure region of all resources.')
param location string

@description('Object id of the Entra group of the editors: they may put drops into the inbox and read essays, problems and issues. Empty for none.')
param editorsGroupId string = ''

@description('Object id of the Entra group of the operators: they may read and write all blobs and queues of the account, as the commands of digest do. Empty for none.')
param operatorsGroupId string = ''

@description('Application (client) id of the Entra registration that editors sign in to. Empty: the editors\' pages stay closed to everybody.')
param editorsClientId string = ''

@description('Object ids of the accounts that may use the editors\' pages, with commas between them.')
param editors string = ''

@description('App role whose members may use the editors\' pages. Empty for none.')
param editorRole string = ''

@description('Public https address of the site, with a slash at its end. Mails and feeds carry it for good.')
param siteUrl string

@description('Public https address of the HTTP functions, such as https://digest.example.org/api/. Empty for the app\'s own address.')
param functionsUrl string = ''

@description('Proxies in front of the functions that add an entry to X-Forwarded-For: 1 for Azure\'s own front end, 2 with a CDN or Front Door before it.')
param trustedProxies string = '1'

@description('Name of the publication.')
param siteTitle string

@description('Address the digest is sent from.')
param fromAddress string

@description('List-Id of the digest (RFC 2919), a name below a domain of yours, such as weekly.digest.example.org.')
param listId string

@description('Postal address of the publisher, in one line: every mail carries it.')
param postalAddress string

@description('When issues are due: five-field cron expression in the time zone below.')
param schedule string = '0 7 * * 5'

@description('IANA time zone of the schedule.')
param timeZone string = 'Etc/UTC'

@description('Host name of the SMTP server. Empty when Communication Services sends (sendWithCommunicationServices).')
param smtpHost string = ''

@description('Port of the SMTP server: 587 for STARTTLS, 465 for TLS from the first byte.')
param smtpPort int = 587

@description('Name to log in to the SMTP server with.')
param smtpUserName string = ''

@description('Object id of who deploys; azd knows it. May write secrets into the vault, so that the hooks can.')
param deployerPrincipalId string

@description('Makes an Email Communication Service beside any SMTP server.')
param sendWithCommunicationServices bool = false

@description('Application (client) id of the Entra registration that sends through Communication Services; its client secret is the mail password.')
param mailClientId string = ''

@description('Object id of that registration\'s service principal (Enterprise applications), which gets the role to send.')
param mailPrincipalId string = ''

@description('Address that alerts are mailed to. Empty for no mail; the alerts are still listed in the portal.')
param alertAddress string = ''

@description('More settings of the app, as Name=value with semicolons between them, such as Digest__Smtp__PerSecond=50;Digest__Site__Language=de. No secrets, and no quotes, backslashes or semicolons in a value. Names begin with Digest__ or OTEL_. A setting that the templates make themselves can not be overridden here, nor Digest__Access, the keys of links or the mail password be set: such names are left out and told at the end of provisioning.')
param extraSettings string = ''

@description('Names of the keys whose links are accepted, with commas between them; each is the secret token-key-NAME of the vault. Letters and digits. Empty for k1. A key that is taken away makes the links of all mails signed with it void.')
param linkKeys string = 'k1'

@description('Name of the key that signs new links. Empty for the last of linkKeys.')
param linkKey string = ''

@description('Most instances the app may scale out to.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Days after which a drop goes to the cool tier. Drops are never deleted.')
@minValue(1)
param coolDropsAfterDays int = 90

@description('Days that logs are kept in the workspace.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

var tags = {
  'azd-env-name': environmentName
  application: 'digest'
}
var token = take(uniqueString(subscription().id, environmentName, location), 8)
var name = 'digest-${environmentName}'
var communicationName = 'acs-${name}-${token}'
// Communication Services takes the names of its resource, of the registration and of the tenant as the name to log in with.
var communicationLogin = '${communicationName}.${mailClientId}.${subscription().tenantId}'
var login = !empty(smtpUserName) ? smtpUserName : sendWithCommunicationServices && !empty(mailClientId) ? communicationLogin : ''
var linkKeyNames = map(split(empty(linkKeys) ? 'k1' : linkKeys, ','), key => trim(key))
var editorIds = empty(editors) ? [] : split(editors, ',')
var editorSettings = toObject(range(0, length(editorIds)), i => 'Digest__Access__Editors__${i}', i => trim(editorIds[i]))

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${name}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-${name}-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-${name}-${token}'
    insightsName: 'appi-${name}-${token}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    publisherPrincipalId: identity.outputs.principalId
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: take('st${replace(environmentName, '-', '')}${token}', 24)
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
    editorsGroupId: editorsGroupId
    operatorsGroupId: operatorsGroupId
    coolDropsAfterDays: coolDropsAfterDays
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: take('kv-${environmentName}-${token}', 24)
    location: location
    tags: tags
    readerPrincipalId: identity.outputs.principalId
    writerPrincipalId: deployerPrincipalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module mail 'modules/mail.bicep' = if (sendWithCommunicationServices) {
  name: 'mail'
  scope: group
  params: {
    serviceName: communicationName
    emailName: 'email-${name}-${token}'
    tags: tags
    senderPrincipalId: mailPrincipalId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  params: {
    name: 'func-${name}-${token}'
    planName: 'plan-${name}-${token}'
    location: location
    tags: union(tags, { 'azd-service-name': 'digest' })
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    packageContainerUrl: storage.outputs.packageContainerUrl
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    workspaceId: monitoring.outputs.workspaceId
    maximumInstances: maximumInstances
    vaultUri: vault.outputs.uri
    needsLogin: !empty(login)
    editorsClientId: editorsClientId
    settings: union(
      {
        Digest__Site__BaseUrl: siteUrl
        Digest__Site__Title: siteTitle
        Digest__Mail__FromAddress: fromAddress
        Digest__Mail__FromName: siteTitle
        Digest__Mail__ListId: listId
        Digest__Mail__PostalAddress: postalAddress
        Digest__Issues__Schedule: schedule
        Digest__Issues__TimeZone: timeZone
        Digest__Smtp__Host: sendWithCommunicationServices && empty(smtpHost) ? 'smtp.azurecomm.net' : smtpHost
        Digest__Smtp__Port: string(smtpPort)
        Digest__Smtp__Security: smtpPort == 465 ? 'ImplicitTls' : 'StartTls'
      },
      empty(login) ? {} : { Digest__Smtp__UserName: login },
      empty(editorRole) ? {} : { Digest__Access__EditorRole: editorRole },
      editorSettings
    )
    functionsUrl: functionsUrl
    trustedProxies: empty(trustedProxies) ? '1' : trustedProxies
    extraSettings: extraSettings
    linkKeys: linkKeyNames
    linkKey: empty(linkKey) ? last(linkKeyNames) : trim(linkKey)
  }
}

module events 'modules/events.bicep' = {
  name: 'events'
  scope: group
  params: {
    topicName: 'evgt-${name}-${token}'
    location: location
    tags: tags
    storageName: storage.outputs.name
    workspaceId: monitoring.outputs.workspaceId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    alertAddress: alertAddress
  }
}

module queries 'modules/queries.bicep' = {
  name: 'queries'
  scope: group
  params: {
    packName: 'qp-${name}-${token}'
    location: location
    tags: tags
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
  }
}

@description('Name of the vault; the hooks put the secrets there.')
output AZURE_KEY_VAULT_NAME string = vault.outputs.name

@description('Resource group of everything.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the storage account; the hooks switch its static website on and subscribe to its events.')
output AZURE_STORAGE_NAME string = storage.outputs.name

@description('Address that the static website answers on; point the site\'s own domain there.')
output AZURE_SITE_ORIGIN string = storage.outputs.siteOrigin

@description('Name of the functions app.')
output AZURE_FUNCTION_NAME string = app.outputs.name

@description('Name of the Event Grid topic of the storage account.')
output AZURE_EVENT_TOPIC string = events.outputs.topicName

@description('Resource id of the storage account; dead letters of the event subscription go there.')
output AZURE_STORAGE_ID string = storage.outputs.id

@description('Names in extraSettings that the app was not given; the hook says so.')
output AZURE_SETTINGS_IGNORED string = app.outputs.ignoredSettings
