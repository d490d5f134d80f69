/**
 * Runs a program of the command line: what is thrown is said in its own words, without a stack.
 *
 * @param main gives the exit code, or `help` for the usage
 */
export async function run(usage: string, main: () => Promise<number | 'help'>): Promise<void> {
  try {
    const code = await main();
    if (code === 'help') console.log(usage);
    process.exitCode = code === 'help' ? 0 : code;
  } catch (error) {
    console.error(`\n${messageOf(error)}`);
    process.exitCode = 1;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
