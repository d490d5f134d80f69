import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const LINTER = join(ROOT, 'infra/jenkins/lint');
const PROGRAM = join(LINTER, 'node_modules/npm-groovy-lint');
const OLDEST_JAVA = 17;

process.exitCode = main();

/** The exit code: 0 where the Jenkinsfile is valid Groovy and no rule has anything to say. */
function main(): number {
  const java = findJava();
  if (!java)
    return refuse(`The Jenkinsfile is linted by a Java program: put Java ${OLDEST_JAVA} or newer on the PATH.`);
  const version = javaVersion(java);
  if (!(version >= OLDEST_JAVA))
    return refuse(`${java} is Java ${version}; the linter needs ${OLDEST_JAVA} or newer. Set JAVA_HOME to one.`);
  return (isInstalled() ? 0 : install()) || lint(java);
}

function findJava({ JAVA_HOME, PATH = '' }: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = [...(JAVA_HOME ? [join(JAVA_HOME, 'bin')] : []), ...PATH.split(delimiter).filter(Boolean)];
  const name = process.platform === 'win32' ? 'java.exe' : 'java';
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** NaN where it does not run, or says something else. */
function javaVersion(java: string): number {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1]);
}

function isInstalled(): boolean {
  const installed = join(PROGRAM, 'package.json');
  return existsSync(installed) && versionIn(installed) === wantedVersion();
}

function wantedVersion(): unknown {
  return JSON.parse(readFileSync(join(LINTER, 'package.json'), 'utf8')).dependencies['npm-groovy-lint'];
}

function versionIn(packageFile: string): unknown {
  return JSON.parse(readFileSync(packageFile, 'utf8')).version;
}

function install(): number {
  console.log('Installing the linter of the Jenkinsfile (once, 38 MB) …');
  return run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], LINTER);
}

/** Where it is told which Java to run, it looks for no other and downloads none. */
function lint(java: string): number {
  const config = join(LINTER, '.groovylintrc.json');
  const options = ['--noserver', '--javaexecutable', java, '--config', config, '--failon', 'info'];
  return run(process.execPath, [join(PROGRAM, 'lib/index.js'), ...options, 'Jenkinsfile'], ROOT);
}

function run(program: string, args: readonly string[], cwd: string): number {
  const shell = process.platform === 'win32' && program === 'npm';
  return spawnSync(program, args, { cwd, shell, stdio: 'inherit' }).status ?? 1;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 1;
}
