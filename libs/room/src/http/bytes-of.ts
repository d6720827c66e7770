import { Body, type PipeTransform } from '@nestjs/common';
import { Refusal } from '#domain';

/** The body of a request as it was sent, as a parameter of a controller method: `@BytesOf('text/csv') file: Buffer`. Refuses other media types (415). */
export const BytesOf = (...types: readonly string[]): ParameterDecorator => Body(new OnlyBytes(types));

/** A body of a media type that the room does not take on this route is read as JSON or not at all. */
class OnlyBytes implements PipeTransform<unknown, Buffer> {
  constructor(private readonly types: readonly string[]) {}

  transform(body: unknown): Buffer {
    if (Buffer.isBuffer(body)) return body;
    throw otherMediaType(this.types);
  }
}

export const otherMediaType = (types: readonly string[]): Refusal =>
  new Refusal('REQUEST.MEDIA_TYPE', 'unsupported', {
    en: `Send the body as ${types.join(' or ')}.`,
    zh: `请以 ${types.join(' 或 ')} 格式发送正文。`,
  });
