import type { KafkaMessage } from 'kafkajs';
import type { LaneMessage } from '../message.js';
import { fromKafkaMessage, toKafkaMessage } from './cloud-event.js';

const message: LaneMessage = {
  id: '0199c3a0-0000-7000-8000-000000000001',
  source: 'gateway',
  type: 'gateway.document.received.v1',
  key: '钦州-0002187',
  contentType: 'application/json',
  attributes: { sender: '重庆', documentid: '00017' },
  time: '2026-11-04T11:00:00.000+08:00',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  data: Buffer.from('{"mass":"1.10"}'),
  lane: 7,
  number: 42,
};

/** A record as kafkajs hands it over: names as they are, values as bytes. */
const asRead = ({ key, value, headers, timestamp }: ReturnType<typeof toKafkaMessage>): KafkaMessage => ({
  key: Buffer.from(key as string),
  value: value as Buffer,
  timestamp: timestamp as string,
  headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, text]) => [name, Buffer.from(text as string)])),
  offset: '17',
  attributes: 0,
});

describe('a message on Kafka', () => {
  it('is a CloudEvent in binary mode', () => {
    expect(toKafkaMessage(message)).toEqual({
      key: '钦州-0002187',
      value: message.data,
      timestamp: String(Date.parse('2026-11-04T03:00:00Z')),
      headers: {
        ce_specversion: '1.0',
        ce_id: message.id,
        ce_source: 'gateway',
        ce_type: 'gateway.document.received.v1',
        ce_time: '2026-11-04T11:00:00.000+08:00',
        ce_lane: '7',
        ce_number: '42',
        ce_sender: '重庆',
        ce_documentid: '00017',
        'content-type': 'application/json',
        traceparent: message.traceparent,
      },
    });
  });

  it('comes back as it went', () => {
    expect(fromKafkaMessage(asRead(toKafkaMessage(message)), message.type, 'here')).toEqual(message);
  });

  it('without an envelope gets an id of its place, the same each time, and nothing invented', () => {
    const foreign: KafkaMessage = {
      key: null,
      value: null,
      timestamp: '1762225200000',
      offset: '3',
      attributes: 0,
      headers: {},
    };
    const read = fromKafkaMessage(foreign, 'a.b.v1', 'a.b.v1/0/3');
    expect(read).toEqual({
      id: fromKafkaMessage(foreign, 'a.b.v1', 'a.b.v1/0/3').id,
      source: '',
      type: 'a.b.v1',
      key: '',
      contentType: '',
      attributes: {},
      time: '2025-11-04T03:00:00.000Z',
      data: Buffer.alloc(0),
    });
    expect(fromKafkaMessage(foreign, 'a.b.v1', 'a.b.v1/0/4').id).not.toBe(read.id);
  });
});
