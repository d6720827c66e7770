import Table from 'cli-table3';
import type {
  Compared,
  DangerousGoodsListing,
  GoodsItem,
  OneDocument,
  Place,
  RecordDangerousGoods,
  RecordLeg,
} from '#domain';

const print = (text = '') => process.stdout.write(`${text}\n`);

export const chapter = (title: string) => print(`\n── ${title} ${'─'.repeat(Math.max(0, 100 - title.length))}`);

export const line = (text: string) => print(`   ${text}`);

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const drawn = new Table({ head: [...head], style: { head: [], border: [], compact: true }, wordWrap: true });
  drawn.push(...rows.map((row) => [...row]));
  print(drawn.toString());
}

/** The record as a clerk would look at it. */
export function showRecord(record: OneDocument): void {
  line(
    `one-document ${record.id}, version ${record.version}, ${record.join.result} by ${[...new Set(record.join.evidence.map(({ by }) => by))].join(', ')}`,
  );
  table(
    ['leg', 'from', 'to', 'departs', 'arrives', 'means'],
    record.legs.map((leg) => [
      leg.mode,
      placeText(leg.from),
      placeText(leg.to),
      leg.departsAt ?? '',
      leg.arrivesAt ?? '',
      meansText(leg),
    ]),
  );
  showNames(record.goodsItems);
  for (const { code, path, rail, sea } of record.discrepancies) {
    line(
      `! discrepancy ${code} at ${path}: rail ${rail?.value ?? 'says nothing'}, sea ${sea?.value ?? 'says nothing'}`,
    );
  }
  if (record.discrepancies.length === 0) line('no discrepancies between the two documents');
}

/** Both names side by side (一货两标). */
function showNames(items: readonly GoodsItem[]): void {
  table(
    ['铁路品名 rail name', 'rail code', '报关品名 customs name', 'HS code', 'packages', 'gross kg'],
    items.map((item) => [
      item.railName ?? '',
      item.railCode ? `${item.railCode.scheme} ${item.railCode.code}` : '',
      item.customsName ?? '',
      `${item.hsCode ?? '?'} (${item.customsNaming.certainty})`,
      comparedText(item.packages),
      comparedText(item.grossMassKg),
    ]),
  );
  for (const substance of items.flatMap(({ dangerousGoods }) => dangerousGoods)) showDangerousGoods(substance);
}

function showDangerousGoods({ unNumber, declared, railListing, seaListing }: RecordDangerousGoods): void {
  line(
    `dangerous goods UN ${unNumber}: declared class ${declared.rail?.hazardClass ?? '–'} on rail, ${declared.sea?.hazardClass ?? '–'} at sea`,
  );
  line(`  rail list ${listingText(railListing)}`);
  line(`  sea list  ${listingText(seaListing)}`);
}

function listingText(listing: DangerousGoodsListing | undefined): string {
  if (!listing) return 'has no single row for it';
  const { edition, hazardClass, packingGroup, emergencySchedule } = listing;
  return [
    edition,
    `class ${hazardClass}`,
    packingGroup && `PG ${packingGroup}`,
    emergencySchedule && `EmS ${emergencySchedule}`,
  ]
    .filter(Boolean)
    .join(', ');
}

const comparedText = ({ value, rail, sea }: Compared): string => value ?? `rail ${rail} ≠ sea ${sea}`;

const placeText = ({ names, unLocode, stationCode }: Place): string =>
  [names[0]?.text, unLocode, stationCode].filter(Boolean).join(' ');

const meansText = ({ train, vessel, voyage }: RecordLeg): string => [train, vessel, voyage].filter(Boolean).join(' ');

interface DeclaredParty {
  readonly role: string;
  readonly names: readonly { readonly text: string }[];
  readonly aeo?: { readonly aeoCode: string; readonly status: string; readonly grade?: string };
}

export function showParties(parties: readonly DeclaredParty[]): void {
  table(
    ['party', 'name', 'AEO code', 'status'],
    parties.map(({ role, names, aeo }) => [
      role,
      names.map(({ text }) => text).join(' / '),
      aeo?.aeoCode ?? '',
      aeo ? `${aeo.status} ${aeo.grade ?? ''}` : 'none',
    ]),
  );
}

interface TimelineItem {
  readonly title: { readonly en: string; readonly zh: string };
  readonly occursAt: string;
  readonly certainty: string;
  readonly source: { readonly room: string; readonly party?: string };
}

export function showTimeline(items: readonly TimelineItem[]): void {
  table(
    ['when', 'what', '', 'how sure', 'source'],
    items.map(({ occursAt, title, certainty, source }) => [
      occursAt,
      title.en,
      title.zh,
      certainty,
      [source.room, source.party].filter(Boolean).join(', '),
    ]),
  );
}

interface Finding {
  readonly severity: string;
  readonly code: string;
  readonly path: string;
  readonly messages: { readonly en: string; readonly zh: string };
}

export function showFindings(findings: readonly Finding[]): void {
  for (const { severity, code, path, messages } of findings) {
    line(`${severity} ${code} at ${path || 'the document'}`);
    line(`  ${messages.en}`);
    line(`  ${messages.zh}`);
  }
  if (findings.length === 0) line('no findings');
}
