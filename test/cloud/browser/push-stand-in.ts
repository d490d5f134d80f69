/** A push service in the place of the browser's, which is not reached. */
export function withPushService() {
  const KEY = 'subscribed with';
  const bytes = (length: number) => Uint8Array.from({ length }, () => 4).buffer;
  const subscription = () => ({
    endpoint: 'https://push.example/new',
    options: { applicationServerKey: Uint8Array.from(JSON.parse(sessionStorage.getItem(KEY) ?? '[]')).buffer },
    getKey: (name: string) => bytes(name === 'auth' ? 16 : 65),
    unsubscribe: async () => {
      sessionStorage.removeItem('subscribed');
      return true;
    },
  });
  Object.assign(Reflect.get(globalThis, 'PushManager').prototype, {
    getSubscription: async () => (sessionStorage.getItem('subscribed') ? subscription() : null),
    subscribe: async ({ applicationServerKey }: { readonly applicationServerKey: string }) => {
      const plain = atob(applicationServerKey.replaceAll('-', '+').replaceAll('_', '/'));
      sessionStorage.setItem(KEY, JSON.stringify(Array.from(plain, (letter) => letter.charCodeAt(0))));
      sessionStorage.setItem('subscribed', 'yes');
      return subscription();
    },
  });
}
