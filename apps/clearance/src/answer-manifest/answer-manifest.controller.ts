import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CallerOf, type Caller } from '#access';
import { BytesOf } from '#room';
import type { ManifestView } from '../read-manifests/manifest-view.js';
import { AnswerManifest } from './answer-manifest.service.js';

@Controller('v1/manifests/receipts')
export class AnswerManifestController {
  constructor(private readonly manifests: AnswerManifest) {}

  /** 201 for a new receipt, 200 for a repeat. */
  @Post()
  @Allow('customs')
  async answer(
    @BytesOf('application/xml', 'text/xml') receipt: Buffer,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ManifestView> {
    const { repeated, manifest } = await this.manifests.answer(receipt, caller);
    void reply.status(repeated ? 200 : 201);
    return manifest;
  }
}
