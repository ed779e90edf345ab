} finally {
    Pop-Location
    foreach ($Setting in @($Before.Keys)) { [Environment]::SetEnvironmentVariable($Setting, $Before[$Setting]) }
}
