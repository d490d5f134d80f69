import type { Command as Runnable } from './command.ts';

/** What can be completed of a command. */
type Command = Pick<Runnable, 'name' | 'summary' | 'first' | 'options'>;

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A script that completes `touchbase` in a shell: commands, what stands first after each, and options. */
export function completionScript(shell: Shell, commands: readonly Command[], common: readonly string[]): string {
  switch (shell) {
    case 'bash':
      return bash(commands, common);
    case 'zsh':
      return zsh(commands, common);
    case 'fish':
      return fish(commands, common);
  }
}

function optionsOf({ options = {} }: Command): readonly string[] {
  return Object.keys(options);
}

function wordsOf(command: Command, common: readonly string[]): string {
  return [...(command.first ?? []), ...[...optionsOf(command), ...common].map((name) => `--${name}`)].join(' ');
}

function bash(commands: readonly Command[], common: readonly string[]): string {
  const cases = commands.map((command) => `    ${command.name}) words="${wordsOf(command, common)}" ;;`);
  return `# touchbase completion bash > ~/.local/share/bash-completion/completions/touchbase
_touchbase() {
  local words current="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _touchbase touchbase
`;
}

function zsh(commands: readonly Command[], common: readonly string[]): string {
  const described = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`);
  const cases = commands.map((command) => `    ${command.name}) compadd -- ${wordsOf(command, common)} ;;`);
  return `#compdef touchbase
# touchbase completion zsh > "\${fpath[1]}/_touchbase"
_touchbase() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$words[2]" in
${cases.join('\n')}
  esac
  _files
}
# Autoloaded, this file is the first call; sourced, it only makes itself known.
if [ "$funcstack[1]" = _touchbase ]; then _touchbase "$@"; else compdef _touchbase touchbase; fi
`;
}

function fish(commands: readonly Command[], common: readonly string[]): string {
  const lines = commands.flatMap((command) => {
    const after = `complete -c touchbase -n '__fish_seen_subcommand_from ${command.name}'`;
    return [
      `complete -c touchbase -n __fish_use_subcommand -f -a ${command.name} -d '${quoted(command.summary)}'`,
      ...(command.first ? [`${after} -a '${command.first.join(' ')}'`] : []),
      ...optionsOf(command).map((name) => `${after} -l ${name}`),
    ];
  });
  const shared = common.map((name) => `complete -c touchbase -l ${name}`);
  return `# touchbase completion fish > ~/.config/fish/completions/touchbase.fish\n${[...lines, ...shared].join('\n')}\n`;
}

/** For a text between single quotation marks. */
function quoted(text: string): string {
  return text.replaceAll("'", '’').replaceAll(':', '\\:');
}
