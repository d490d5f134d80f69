import { expect, test } from 'vitest';
import { mailboxOf, readAll } from './email-stories.ts';
import { eml, mbox } from './format.ts';

const message = (headers: string, text = 'Hello Ada') =>
  `Date: Tue, 3 Mar 2026 14:30:00 +0100\nMIME-Version: 1.0\n${headers}\n\n${text}\n`;

test('two employers with one applicant tracking system are not one conversation', async () => {
  const from =
    'From: Hiring <no-reply@us.greenhouse-mail.io>\nTo: ada.berg@example.org\nSubject: Thank you for applying';
  const { found } = await readAll(
    mbox,
    mailboxOf([
      message(`${from}\nMessage-ID: <1@x>`, 'Thank you for applying to Northwind!'),
      message(`${from}\nMessage-ID: <2@x>`, 'Thank you for applying to our Data Engineer position.'),
    ]),
  );
  expect(found.map(({ job }) => job)).toEqual([{ company: 'Northwind' }, { position: 'Data Engineer' }]);
});

test('what LinkedIn hands on is from the person who wrote it there', async () => {
  const headers =
    'From: Ben Okafor via LinkedIn <inmail-hit-reply@linkedin.com>\nList-Unsubscribe: <https://x.example>\nMessage-ID: <l@x>';
  const { found } = await readAll(eml, message(`${headers}\nTo: ada.berg@example.org\nSubject: Hello`));
  expect(found[0]?.fields.channel).toBe('linkedin');
  expect(found[0]?.people).toEqual([{ name: 'Ben Okafor' }]);
});

test('a job board’s note that an application was sent is about that job', async () => {
  const headers = 'From: LinkedIn <jobs-noreply@linkedin.com>\nTo: ada.berg@example.org\nMessage-ID: <j@x>';
  const { found } = await readAll(eml, message(`${headers}\nSubject: Ada, your application was sent to Northwind`));
  expect(found[0]).toMatchObject({ job: { company: 'Northwind' }, proposal: { class: 'application_confirmation' } });
  expect(found[0]?.people).toBeUndefined();
});

test('Gmail’s own number of a conversation joins it', async () => {
  const { found } = await readAll(
    mbox,
    mailboxOf([
      message(
        'From: Ada Berg <ada.berg@example.org>\nTo: jobs-noreply@northwind.example\nSubject: One\nX-GM-THRID: 17\nMessage-ID: <1@x>',
      ),
      message(
        'From: Ben <ben@northwind.example>\nTo: ada.berg@example.org\nSubject: Two\nX-GM-THRID: 17\nMessage-ID: <2@x>',
      ),
    ]),
  );
  expect(found[0]?.people).toEqual([{ name: 'Ben', email: 'ben@northwind.example' }]);
});

test('the person is known by name too, in either order', async () => {
  const headers =
    'From: "Berg, Ada" <ada@work.example>\nTo: Ben <ben@northwind.example>\nSubject: Hi\nMessage-ID: <1@x>';
  const { found } = await readAll(eml, message(headers));
  expect(found[0]?.fields.direction).toBe('out');
});

test('pictures of a signature are no files; the same name stands once', async () => {
  const part = (head: string) => `--b\n${head}\nContent-Transfer-Encoding: base64\n\nQUJD\n`;
  const headers =
    'From: Ben <ben@northwind.example>\nTo: ada.berg@example.org\nMessage-ID: <1@x>\nContent-Type: multipart/mixed; boundary=b';
  const parts = [
    '--b\nContent-Type: text/plain\n\nHello\n',
    part('Content-Type: image/png; name=logo.png\nContent-Disposition: inline; filename=logo.png\nContent-ID: <logo>'),
    part('Content-Type: application/pdf\nContent-Disposition: attachment; filename="=?utf-8?Q?L=C3=B6hne.pdf?="'),
    part("Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''L%C3%B6hne.pdf"),
  ];
  const { found } = await readAll(eml, message(headers, `${parts.join('')}--b--`));
  expect(found[0]?.fields.body).toBe('Hello\n\n[Attached: Löhne.pdf]');
});

test('automatic mail that nobody reads answers to is left out, and mail of people never', async () => {
  const { found, leftOut } = await readAll(
    mbox,
    mailboxOf([
      message('From: Shop <no-reply@shop.example>\nTo: ada.berg@example.org\nSubject: Your parcel\nMessage-ID: <1@x>'),
      message('From: Ben <ben@northwind.example>\nTo: ada.berg@example.org\nSubject: Lunch\nMessage-ID: <2@x>'),
    ]),
  );
  expect(found.map(({ fields }) => fields.subject)).toEqual(['Lunch']);
  expect(leftOut.map(({ what }) => what)).toEqual(['1 newsletter or automatic message about something else']);
});

test('what an employer says without a name is told, not lost', async () => {
  const headers =
    'From: noreply <no-reply@us.greenhouse-mail.io>\nTo: ada.berg@example.org\nSubject: News\nMessage-ID: <1@x>';
  const { bad, found } = await readAll(eml, message(headers, 'We have received your application.'));
  expect(found).toEqual([]);
  expect(bad[0]?.why).toMatch(/names neither a person nor a company/);
});
