@node "%~dp0codehost.mjs" %*
