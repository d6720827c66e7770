import type { DeclarationType, Discrepancy, GoodsItem, OneDocument, SourceDocument } from '#domain';
import { goodsOver } from './border-leg.js';

/** Tells of each of the record's goods that the documents over the border leave out that it is not declared. */
export function notDeclared(record: OneDocument, type: DeclarationType): Discrepancy[] {
  const declared = goodsOver(record, type);
  return record.goodsItems.flatMap((item, index) =>
    declared.includes(item) ? [] : [leftOut(record, item, `/goodsItems/${index}`)],
  );
}

function leftOut({ transportDocuments }: OneDocument, item: GoodsItem, path: string): Discrepancy {
  const { railName, customsName, sources } = item;
  const stating = transportDocuments.filter(({ documentId }) => sources.includes(documentId));
  const names = [...new Set([railName, customsName])].filter((name) => name !== undefined).join(' / ');
  const numbers = stating.map(({ number }) => number);
  return {
    code: 'GOODS_NOT_DECLARED',
    field: 'goodsItem',
    path,
    rail: statedIn(
      stating.filter(({ mode }) => mode !== 'sea'),
      railName,
    ),
    sea: statedIn(
      stating.filter(({ mode }) => mode === 'sea'),
      customsName,
    ),
    message: {
      en: `Not declared: ${names}. These goods stand in ${numbers.join(', ')} alone; the document over the border does not state them. If they cross the border by another document, send it, and declare them by it. If they belong to this one, or are its goods under another name, have the documents corrected and the declaration amended.`,
      zh: `未申报：${names}。该货物仅载于 ${numbers.join('、')}，出入境单证未载明。如凭其他单证进出境，请发送该单证，并凭其申报；如属于本单证，或为其货物的另一名称，请更正单证并修改报关单。`,
    },
  };
}

const statedIn = (documents: readonly SourceDocument[], name = ''): Discrepancy['rail'] =>
  documents.length > 0 ? { value: name, sources: documents.map(({ documentId }) => documentId) } : null;
