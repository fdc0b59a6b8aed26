// Alerts on what must not wait for somebody to look. They search the logs that src/Functions writes: a test keeps the
// sentences here and there the same.

@description('Name of the environment\'s resources.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags object

@description('Workspace that is searched.')
param workspaceId string

@description('Address that alerts are mailed to; empty for none.')
param alertAddress string

var rules = [
  {
    id: 'poison-queue'
    title: 'A poison queue is not empty'
    query: 'StorageQueueLogs | where OperationName == "PutMessage" and StatusCode startswith "2" and ObjectKey contains "-poison"'
    window: 'PT15M'
    severity: 1
    fires: 'GreaterThan'
  }
  {
    id: 'drop-failed'
    title: 'A drop failed for good'
    query: 'AppTraces | where Message has "failed for good; a problem stands beside it"'
    window: 'PT15M'
    severity: 2
    fires: 'GreaterThan'
  }
  {
    id: 'issue-overdue'
    title: 'An issue is overdue'
    query: 'AppTraces | where Message has "An issue is overdue and waits for an editor"'
    window: 'PT30M'
    severity: 1
    fires: 'GreaterThan'
  }
  {
    id: 'issue-failed'
    title: 'Making or publishing an issue failed'
    query: 'AppTraces | where Message has "Making or publishing an issue failed"'
    window: 'PT1H'
    severity: 1
    fires: 'GreaterThan'
  }
  {
    id: 'timer-silent'
    title: 'Nobody has asked whether an issue is due'
    query: 'AppTraces | where Message has_any ("Assembling was asked for", "An issue is overdue and waits for an editor", "Making or publishing an issue failed")'
    window: 'PT1H'
    severity: 1
    fires: 'LessThanOrEqual'
  }
  {
    id: 'delivery-stopped'
    title: 'Delivery has stopped'
    query: 'AppTraces | where Message has "has stopped and waits for an operator"'
    window: 'PT15M'
    severity: 1
    fires: 'GreaterThan'
  }
  {
    id: 'lost-drops'
    title: 'The sweep found lost drops'
    query: 'AppTraces | where Message has "drops that no event had reached"'
    window: 'PT1H'
    severity: 3
    fires: 'GreaterThan'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(alertAddress)) {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'digest'
    enabled: true
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: alertAddress
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [for rule in rules: {
  name: 'alert-${name}-${rule.id}'
  location: location
  tags: tags
  properties: {
    displayName: rule.title
    description: 'What to do: docs/operations.md, "When an alert comes".'
    severity: rule.severity
    enabled: true
    scopes: [
      workspaceId
    ]
    evaluationFrequency: rule.window
    windowSize: rule.window
    autoMitigate: true
    // Tables appear with their first row; a new environment has none yet.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: rule.fires
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: empty(alertAddress) ? [] : [people.id]
    }
  }
}]
