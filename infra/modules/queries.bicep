// Saved queries: found in the portal under Logs, Queries, "Digest". They read the words of a line, which always arrive, and not
// its fields, which the Functions host may drop on the way from the worker.

@description('Name of the query pack.')
param packName string

@description('Azure region.')
param location string

@description('Tags.')
param tags object

var queries = [
  {
    title: 'Drops of the last 30 days, by outcome'
    body: 'AppTraces | where TimeGenerated > ago(30d) and Message startswith "Metric digest.drops " | parse Message with "Metric " Metric " " Of ": count " Count:long ", sum " Sum:real ", max " Max:real | summarize Drops = sum(Count) by Of, bin(TimeGenerated, 1d) | render columnchart'
  }
  {
    title: 'Everything about one essay (set its id)'
    body: 'let essay = "ESSAY-ID"; AppTraces | where Message has essay | project TimeGenerated, SeverityLevel, Message | order by TimeGenerated asc'
  }
  {
    title: 'Everything about one issue (set its id)'
    body: 'let issue = "2026-W47"; AppTraces | where Message has issue | project TimeGenerated, SeverityLevel, Message | order by TimeGenerated asc'
  }
  {
    title: 'Why there was no issue'
    body: 'AppTraces | where TimeGenerated > ago(30d) and Message has_any ("Assembling was asked for", "An issue is overdue", "Making or publishing an issue failed") | where Message !has "No issue is due." | project TimeGenerated, Message | order by TimeGenerated desc'
  }
  {
    title: 'Shards of the last issue that are not finished'
    body: 'AppTraces | where TimeGenerated > ago(7d) and Message startswith "Issue " | parse Message with "Issue " Issue ", shard " Shard:int ": " End | where isnotnull(Shard) | summarize arg_max(TimeGenerated, End) by Issue, Shard | where End != "Finished" | order by Issue desc, Shard asc'
  }
  {
    title: 'Function runs: count, failures, duration'
    body: 'AppRequests | where TimeGenerated > ago(7d) | summarize Runs = count(), Failed = countif(Success == false), P50 = percentile(DurationMs, 50), P95 = percentile(DurationMs, 95) by Name | order by Runs desc'
  }
  {
    title: 'Messages put on poison queues'
    body: 'StorageQueueLogs | where TimeGenerated > ago(30d) and OperationName == "PutMessage" and ObjectKey contains "-poison" | summarize Messages = count() by ObjectKey, bin(TimeGenerated, 1h)'
  }
]

resource pack 'Microsoft.OperationalInsights/queryPacks@2019-09-01' = {
  name: packName
  location: location
  tags: tags
  properties: {}
}

resource saved 'Microsoft.OperationalInsights/queryPacks/queries@2019-09-01' = [for query in queries: {
  parent: pack
  name: guid(pack.id, query.title)
  properties: {
    displayName: query.title
    body: query.body
    related: {
      categories: [
        'applications'
      ]
      resourceTypes: [
        'microsoft.operationalinsights/workspaces'
      ]
    }
    tags: {
      Application: [
        'Digest'
      ]
    }
  }
}]
