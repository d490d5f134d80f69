/**
 * Gives numbers from 0 to below 1, the same ones for the same seed: xorshift32 (https://www.jstatsoft.org/article/view/v008i14).
 *
 * @param seed a whole number above 0
 */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
