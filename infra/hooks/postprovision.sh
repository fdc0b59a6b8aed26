#!/bin/sh
# After the templates: what only the data plane can do. Running it again changes nothing.
set -eu

# Switches the static website on; that makes the container $web.
az storage blob service-properties update --auth-mode login --account-name "$AZURE_STORAGE_NAME" \
  --static-website --index-document index.html --404-document 404.html --output none

# The roles on a new vault take minutes to hold.
tries=0
until az keyvault secret list --vault-name "$AZURE_KEY_VAULT_NAME" --output none 2>/dev/null; do
  tries=$((tries + 1))
  if [ "$tries" -ge 20 ]; then
    echo "The vault $AZURE_KEY_VAULT_NAME can't be read. Check that you have the role Key Vault Secrets Officer there, and run azd provision again." >&2
    exit 1
  fi
  sleep 15
done

# The key that signs links in mails is made once; see docs/operations.md for how to rotate it.
if ! az keyvault secret show --vault-name "$AZURE_KEY_VAULT_NAME" --name token-key-k1 --output none 2>/dev/null; then
  az keyvault secret set --vault-name "$AZURE_KEY_VAULT_NAME" --name token-key-k1 --output none --value "$(openssl rand -base64 32)"
fi

# The mail password comes from the shell of who deploys, never from a file.
if [ -n "${DIGEST_SMTP_PASSWORD:-}" ]; then
  az keyvault secret set --vault-name "$AZURE_KEY_VAULT_NAME" --name smtp-password --output none --value "$DIGEST_SMTP_PASSWORD"
fi

if [ -n "${AZURE_SETTINGS_IGNORED:-}" ]; then
  echo "Not taken from DIGEST_SETTINGS: $AZURE_SETTINGS_IGNORED. The templates set these themselves, or they are not the app's; see infra/main.bicep." >&2
fi
