import * as v from 'valibot';
import type { Installation, Root } from './installation.ts';

const State = v.object({
  resources: v.array(
    v.object({
      mode: v.string(),
      type: v.string(),
      instances: v.array(v.object({ attributes: v.optional(v.looseObject({}), {}) })),
    }),
  ),
});

/** The managed resources of a type that Terraform keeps, each by its attributes. */
export async function keptResources(installation: Installation, root: Root, type?: string): Promise<object[]> {
  await installation.connect(root);
  const { out } = await installation.terraform(root, ['state', 'pull']);
  if (out.trim() === '') return [];
  const { resources } = v.parse(State, JSON.parse(out));
  return resources
    .filter((resource) => resource.mode === 'managed' && (type === undefined || resource.type === type))
    .flatMap(({ instances }) => instances.map(({ attributes }) => attributes));
}

const Named = v.object({ name: v.string() });

/** The table's name, where Terraform has made one and not destroyed it. */
export async function keptTable(installation: Installation): Promise<string | undefined> {
  const [table] = await keptResources(installation, 'app', 'aws_dynamodb_table');
  return table && v.parse(Named, table).name;
}

function output<Schema extends v.GenericSchema>(value: Schema) {
  return v.object({ value });
}

const Outputs = v.object({
  config: output(v.looseObject({ home: v.literal('cloud') })),
  site_url: output(v.pipe(v.string(), v.url())),
  distribution_id: output(v.string()),
  table: output(v.string()),
});

/** What the app root says of itself. */
export async function outputsOf(installation: Installation) {
  await installation.connect('app');
  const { out } = await installation.terraform('app', ['output', '-json']);
  const { success, output: outputs } = v.safeParse(Outputs, JSON.parse(out));
  if (!success) throw new Error('The app is not there yet, or not all of it: run `npm run deploy`.');
  const { config, site_url, distribution_id, table } = outputs;
  return { config: config.value, site: site_url.value, distribution: distribution_id.value, table: table.value };
}
