/** Runs one check and says how long it took; what it throws goes on. */
export async function step<Result>(name: string, check: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  try {
    const result = await check();
    console.log(`✓ ${name} (${seconds()})`);
    return result;
  } catch (error) {
    console.log(`✗ ${name} (${seconds()})`);
    throw error;
  }
}
