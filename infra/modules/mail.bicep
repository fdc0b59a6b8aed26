// Email Communication Service, for who has no SMTP server. Its own domain sends a few mails an hour and is for trying
// out: add your domain in the portal and verify its SPF and DKIM records before the first issue.

@description('Name of the Communication Service.')
param serviceName string

@description('Name of the Email Communication Service.')
param emailName string

@description('Tags.')
param tags object

@description('Object id of the service principal that logs in to send; empty where nobody does yet.')
param senderPrincipalId string

// Communication and Email Service Owner: what a login by SMTP needs on the service it sends through.
var emailOwnerRole = '09976791-48a7-449e-bb21-39d1a415f350'

resource email 'Microsoft.Communication/emailServices@2023-04-01' = {
  name: emailName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: 'Europe'
  }
}

resource domain 'Microsoft.Communication/emailServices/domains@2023-04-01' = {
  parent: email
  name: 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'AzureManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource service 'Microsoft.Communication/communicationServices@2023-04-01' = {
  name: serviceName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: 'Europe'
    linkedDomains: [
      domain.id
    ]
  }
}

resource sender 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(senderPrincipalId)) {
  name: guid(service.id, senderPrincipalId, emailOwnerRole)
  scope: service
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', emailOwnerRole)
    principalId: senderPrincipalId
    principalType: 'ServicePrincipal'
  }
}
