/**
 * Validates exported documents against the schemas of OOXML: `npx tsx bench/validateExport.ts SCHEMAS`, where SCHEMAS is a folder
 * with the XSDs of ISO/IEC 29500-4 (transitional) and 29500-2, as they lie in `ref/xsd` of python-openxml/python-docx. Needs `xmllint`.
 * All parts of all drafts of `test/fixtures/export` and of all templates are validated but the core properties, whose schema refers
 * to others on the web. Attributes of namespaces that a part declares ignorable are left out, as ISO/IEC 29500-3 has it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { docxOf, setDraft } from '../src/export/exportDraft';
import { skeletons } from '../test/unit/export/exported';
import { setDraftFile } from './support/draftFile';

const drafts = join(import.meta.dirname, '../test/fixtures/export');

/** Of the namespace of `xml:space`, which the schemas import without saying from where. */
const xmlSchema =
  '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace"><xsd:attribute name="space" type="xsd:NCName"/><xsd:attribute name="lang" type="xsd:language"/></xsd:schema>';

const schemaOf = (path: string): string | undefined =>
  path.endsWith('.rels')
    ? 'opc-relationships.xsd'
    : path === '[Content_Types].xml'
      ? 'opc-contentTypes.xsd'
      : path === 'docProps/app.xml'
        ? 'shared-documentPropertiesExtended.xsd'
        : path === 'docProps/custom.xml'
          ? 'shared-documentPropertiesCustom.xsd'
          : /^word\/.*\.xml$/.test(path)
            ? 'wml.xsd'
            : undefined;

/** A part without what it says may be ignored. */
function withoutIgnorable(xml: string): string {
  const prefixes = (/\bmc:Ignorable="([^"]*)"/.exec(xml)?.[1] ?? '').split(/\s+/).filter(Boolean);
  return prefixes.reduce(
    (text, prefix) => text.replace(new RegExp(`\\s${prefix}:\\w+="[^"]*"`, 'g'), ''),
    xml.replace(/\smc:Ignorable="[^"]*"/, ''),
  );
}

async function main(): Promise<void> {
  const [source] = process.argv.slice(2);
  if (!source) throw new Error('Name the folder of the schemas.');
  const work = mkdtempSync(join(tmpdir(), 'gongwen-schemas-'));
  cpSync(source, work, { recursive: true });
  writeFileSync(join(work, 'xml.xsd'), xmlSchema);
  for (const name of readdirSync(work).filter((one) => one.endsWith('.xsd'))) {
    const file = join(work, name);
    const open = '<xsd:import namespace="http://www.w3.org/XML/1998/namespace"/>';
    writeFileSync(file, readFileSync(file, 'utf8').replace(open, open.replace('/>', ' schemaLocation="xml.xsd"/>')));
  }
  const files = readdirSync(drafts).filter((name) => /\.(?:md|txt)$/.test(name));
  const sets = [
    ...files.map((name) => [name, setDraftFile(join(drafts, name))] as const),
    ...[...skeletons].map(([name, text]) => [name, setDraft(text)] as const),
  ];
  const bySchema = new Map<string, string[]>();
  for (const [at, [, set]] of sets.entries())
    for (const [path, bytes] of Object.entries(unzipSync(await docxOf(set)))) {
      const schema = schemaOf(path);
      if (!schema) continue;
      const file = join(work, `${at}-${path.replaceAll('/', '-')}`);
      writeFileSync(file, withoutIgnorable(strFromU8(bytes)));
      bySchema.set(schema, [...(bySchema.get(schema) ?? []), file]);
    }
  let [valid, invalid] = [0, 0];
  for (const [schema, parts] of bySchema) {
    const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', join(work, schema), ...parts], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const lines = stderr.split('\n').filter(Boolean);
    valid += lines.filter((line) => line.endsWith(' validates')).length;
    invalid += lines.filter((line) => line.endsWith(' fails to validate')).length;
    for (const line of lines.filter((one) => !one.endsWith(' validates')).slice(0, 40)) console.log(line);
  }
  console.log(`${sets.length} documents: ${valid} parts valid, ${invalid} not.`);
}

void main();
