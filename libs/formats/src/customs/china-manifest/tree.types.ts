import type { XmlMembers } from '../../syntax/write-xml.js';
import type { ManifestFunction, ManifestMode, ManifestType } from './code-lists.js';

/** What a manifest says that no record knows: who sends it to which customs, under which number, and what the sender agreed with customs. */
export interface ManifestOrder {
  readonly mode: ManifestMode;
  readonly type: ManifestType;
  readonly function: Exclude<ManifestFunction, 'delete'>;
  /** 报文编号: the sender's own, never used twice. */
  readonly messageId: string;
  /** 发送方代码 and 接收方代码, as registered with customs. */
  readonly senderId: string;
  readonly receiverId: string;
  /** An instant. */
  readonly sentAt: string;
  /** 关区代码, four digits. */
  readonly customsOffice?: string;
  /** 舱单传输人, as registered with customs. */
  readonly transmitterId?: string;
  /** 承运人代码, where the record has none or another. */
  readonly carrierId?: string;
  /** 运输工具代理企业代码. */
  readonly agentId?: string;
  /** 运费支付方式, 海关货物通关代码 and 运输条款 by customs' code lists. */
  readonly freightPayment?: string;
  readonly customsProcedure?: string;
  readonly transportTerms?: string;
}

/** A message in the elements of customs, in their order: what is stored as sent and written as XML. */
export interface ManifestMessage {
  readonly Head: ManifestHead;
  readonly Declaration: XmlMembers;
}

export type ManifestHead = Readonly<
  Record<'MessageID' | 'FunctionCode' | 'MessageType' | 'SenderID' | 'ReceiverID' | 'SendTime' | 'Version', string>
>;

/** What customs answers to one message. */
export interface ManifestReceipt {
  readonly messageId: string;
  /** Of the message answered: `MT2101`. */
  readonly messageType: string;
  readonly code: string;
  readonly text?: string;
  /** When customs sent it, ISO 8601 at China's time. */
  readonly at?: string;
}
