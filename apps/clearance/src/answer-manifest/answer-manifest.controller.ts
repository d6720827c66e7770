import { Body, Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CallerOf, type Caller } from '#access';
import { Refusal } from '#domain';
import type { ManifestView } from '../read-manifests/manifest-view.js';
import { AnswerManifest } from './answer-manifest.service.js';

@Controller('v1/manifests/receipts')
export class AnswerManifestController {
  constructor(private readonly manifests: AnswerManifest) {}

  /** 201 for a new receipt, 200 for a repeat. */
  @Post()
  @Allow('customs')
  async answer(
    @Body() body: unknown,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ManifestView> {
    if (!Buffer.isBuffer(body)) throw otherMediaType();
    const { repeated, manifest } = await this.manifests.answer(body, caller);
    void reply.status(repeated ? 200 : 201);
    return manifest;
  }
}

const otherMediaType = (): Refusal =>
  new Refusal('REQUEST.MEDIA_TYPE', 'unsupported', {
    en: 'This route takes a receipt as application/xml.',
    zh: '本接口接收 application/xml 格式的回执。',
  });
