# After the templates: what only the data plane can do. Running it again changes nothing.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

# Switches the static website on; that makes the container $web.
az storage blob service-properties update --auth-mode login --account-name $env:AZURE_STORAGE_NAME `
  --static-website --index-document index.html --404-document 404.html --output none
if ($LASTEXITCODE -ne 0) { throw "The static website of $env:AZURE_STORAGE_NAME could not be switched on." }

# The roles on a new vault take minutes to hold.
for ($try = 1; ; $try++) {
  az keyvault secret list --vault-name $env:AZURE_KEY_VAULT_NAME --output none 2>$null
  if ($LASTEXITCODE -eq 0) { break }
  if ($try -ge 20) {
    throw "The vault $env:AZURE_KEY_VAULT_NAME can't be read. Check that you have the role Key Vault Secrets Officer there, and run azd provision again."
  }
  Start-Sleep -Seconds 15
}

# The key that signs links in mails is made once; see docs/operations.md for how to rotate it.
az keyvault secret show --vault-name $env:AZURE_KEY_VAULT_NAME --name token-key-k1 --output none 2>$null
if ($LASTEXITCODE -ne 0) {
  $bytes = [System.Security.Cryptography.RandomNumberGenerator]::GetBytes(32)
  az keyvault secret set --vault-name $env:AZURE_KEY_VAULT_NAME --name token-key-k1 --output none --value ([Convert]::ToBase64String($bytes))
  if ($LASTEXITCODE -ne 0) { throw 'The key that signs links could not be stored.' }
}

# The mail password comes from the shell of who deploys, never from a file.
if ($env:DIGEST_SMTP_PASSWORD) {
  az keyvault secret set --vault-name $env:AZURE_KEY_VAULT_NAME --name smtp-password --output none --value $env:DIGEST_SMTP_PASSWORD
  if ($LASTEXITCODE -ne 0) { throw 'The mail password could not be stored.' }
}

if ($env:AZURE_SETTINGS_IGNORED) {
  [Console]::Error.WriteLine("Not taken from DIGEST_SETTINGS: $env:AZURE_SETTINGS_IGNORED. The templates set these themselves, or they are not the app's; see infra/main.bicep.")
}
