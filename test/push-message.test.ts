import { expect, test } from 'vitest';
import { opened } from './push-message.ts';

test('the stand-in opens the example of RFC 8291, 5', async () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
  const publicKey = bytes('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4');
  const point = (from: number) => Buffer.from(publicKey.slice(from, from + 32)).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: point(1), y: point(33), d: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94' };
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const privateKey = await crypto.subtle.importKey('jwk', jwk, curve, false, ['deriveBits']);
  const body = bytes(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
  const receiver = { privateKey, publicKey, auth: bytes('BTBZMqHH6r4Tts7J_aSIgg') };
  expect(await opened(body, receiver)).toBe('When I grow up, I want to be a watermelon');
});
