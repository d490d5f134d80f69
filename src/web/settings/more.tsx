import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { switchTheme, theme } from '../ui/theme.ts';
import { say } from '../words/say-settings.ts';

/** Where else to go: on a phone the places at the bottom have no room for all of it. */
export function More() {
  const { home, router, showKeys } = useTouchbase();
  return (
    <section aria-labelledby="settings-more">
      <h2 id="settings-more">{say.more.title}</h2>
      <dl class="more">
        <div>
          <dt>
            <a href={router.hrefTo('report')}>{say.places.report}</a>
          </dt>
          <dd>{say.more.report}</dd>
        </div>
        <div>
          <dt>
            <a href={router.hrefTo('import')}>{say.places.import}</a>
          </dt>
          <dd>{say.more.import}</dd>
        </div>
        {home.account && (
          <div>
            <dt>
              <a href={router.hrefTo('account')}>{say.places.account}</a>
            </dt>
            <dd>{say.more.account}</dd>
          </div>
        )}
        <div>
          <dt>
            <a href={home.docs}>{say.app.api}</a>
          </dt>
          <dd>{say.more.api}</dd>
        </div>
      </dl>
      <div class="acts">
        <button
          type="button"
          class="plain"
          aria-label={say.app.switchTheme(say.app.theme[theme.value])}
          onClick={switchTheme}
        >
          <Icon name={theme.value} />
          {`${say.more.theme}: ${say.app.theme[theme.value]}`}
        </button>
        <button type="button" class="plain" onClick={showKeys}>
          <Icon name="keyboard" />
          {say.more.keys}
        </button>
      </div>
    </section>
  );
}
