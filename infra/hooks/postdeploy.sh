#!/bin/sh
# After the app: tells Event Grid to call it for each new drop. The key of that call exists only once the app has run.
# Running it again sets the same subscription anew, with the present key.
set -eu

tries=0
key=
until [ -n "$key" ]; do
  key=$(az functionapp keys list --resource-group "$AZURE_RESOURCE_GROUP" --name "$AZURE_FUNCTION_NAME" \
    --query systemKeys.blobs_extension --output tsv 2>/dev/null || true)
  tries=$((tries + 1))
  if [ -z "$key" ] && [ "$tries" -ge 20 ]; then
    echo "The app $AZURE_FUNCTION_NAME has no key for blob events. See that it starts (Log stream in the portal), and run azd deploy again." >&2
    exit 1
  fi
  [ -n "$key" ] || sleep 15
done

az eventgrid system-topic event-subscription create --name drops \
  --resource-group "$AZURE_RESOURCE_GROUP" --system-topic-name "$AZURE_EVENT_TOPIC" \
  --endpoint-type webhook \
  --endpoint "https://$AZURE_FUNCTION_NAME.azurewebsites.net/runtime/webhooks/blobs?functionName=Host.Functions.IngestEssay&code=$key" \
  --included-event-types Microsoft.Storage.BlobCreated \
  --subject-begins-with /blobServices/default/containers/incoming/ \
  --max-delivery-attempts 30 --event-ttl 1440 \
  --deadletter-identity systemassigned \
  --deadletter-identity-endpoint "$AZURE_STORAGE_ID/blobServices/default/containers/event-dead-letters" \
  --output none
