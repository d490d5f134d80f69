import { useComputed } from '@preact/signals';
import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { interaction } from '../../domain/interaction.ts';
import { companyKey, responsivenessOfCompanies } from '../../domain/responsiveness.ts';
import { recordsOf } from '../records-of.ts';
import { type Touchbase, useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-application.ts';

/** How often and how soon a company answers, whoever there and about whichever application; nothing where nobody asked. */
export function CompanyAnswers({ company }: { readonly company: string }) {
  const touchbase = useTouchbase();
  const all = useComputed(() => answersIn(touchbase)).value;
  const known = company === '' ? undefined : all.get(companyKey(company));
  if (!known || known.messages === 0) return null;
  const { messages, replies, medianDays } = known;
  return (
    <p class="muted" dir="auto">
      {say.application.answers(company, replies, messages, medianDays)}
    </p>
  );
}

function answersIn({ replica, today }: Touchbase) {
  const records = {
    applications: recordsOf(replica, application),
    contacts: recordsOf(replica, contact),
    interactions: recordsOf(replica, interaction),
  };
  return responsivenessOfCompanies(records, today.value);
}
