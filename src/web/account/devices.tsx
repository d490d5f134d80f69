import { dateWords } from '../words/moment.ts';
import { say } from '../words/say-account.ts';
import type { Account } from './account.ts';

/** Where this account is used. */
export function Devices({ account }: { account: Account }) {
  const { overview, parts } = account;
  const devices = (overview.value?.devices ?? []).toSorted((a, b) => b.seen_at.localeCompare(a.seen_at));
  return (
    <section aria-labelledby="account-devices">
      <h2 id="account-devices">{say.account.devices}</h2>
      {devices.length === 0 && <p>{say.account.noDevices}</p>}
      <ul class="devices">
        {devices.map(({ device_id, name, seen_at }) => (
          <li key={device_id}>
            <span dir="auto">{name}</span>
            {device_id === parts.device.id && <span class="tag">{say.account.thisDevice}</span>}
            <time dateTime={seen_at}>{say.account.seen(dateWords(seen_at.slice(0, 10)))}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}
