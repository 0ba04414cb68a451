@echo off
rem Starts MCX with the Java 25 runtime in MCX_JAVA_HOME or JAVA_HOME, or on the path.
setlocal
set "MCX_DIST=%~dp0.."
set "MCX_JAVA=java"
if defined JAVA_HOME set "MCX_JAVA=%JAVA_HOME%\bin\java"
if defined MCX_JAVA_HOME set "MCX_JAVA=%MCX_JAVA_HOME%\bin\java"
"%MCX_JAVA%" -XX:+UseG1GC -XX:MaxGCPauseMillis=10 --enable-native-access=javafx.graphics -Dmcx.home="%MCX_DIST%" --module-path "%MCX_DIST%\lib" --module mcx.designer/mcx.app.Main %*
exit /b %ERRORLEVEL%
