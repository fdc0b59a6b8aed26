# After the app: tells Event Grid to call it for each new drop. The key of that call exists only once the app has run.
# Running it again sets the same subscription anew, with the present key.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

for ($try = 1; ; $try++) {
  $key = az functionapp keys list --resource-group $env:AZURE_RESOURCE_GROUP --name $env:AZURE_FUNCTION_NAME `
    --query systemKeys.blobs_extension --output tsv 2>$null
  if ($key) { break }
  if ($try -ge 20) {
    throw "The app $env:AZURE_FUNCTION_NAME has no key for blob events. See that it starts (Log stream in the portal), and run azd deploy again."
  }
  Start-Sleep -Seconds 15
}

# az is a batch file on Windows, where an ampersand ends an argument that is not quoted for cmd as well.
$endpoint = "https://$env:AZURE_FUNCTION_NAME.azurewebsites.net/runtime/webhooks/blobs?functionName=Host.Functions.IngestEssay&code=$key"
if ($IsWindows) { $endpoint = '"' + $endpoint + '"' }
az eventgrid system-topic event-subscription create --name drops `
  --resource-group $env:AZURE_RESOURCE_GROUP --system-topic-name $env:AZURE_EVENT_TOPIC `
  --endpoint-type webhook `
  --endpoint $endpoint `
  --included-event-types Microsoft.Storage.BlobCreated `
  --subject-begins-with /blobServices/default/containers/incoming/ `
  --max-delivery-attempts 30 --event-ttl 1440 `
  --deadletter-identity systemassigned `
  --deadletter-identity-endpoint "$env:AZURE_STORAGE_ID/blobServices/default/containers/event-dead-letters" `
  --output none
if ($LASTEXITCODE -ne 0) { throw 'The subscription to new drops could not be made.' }
