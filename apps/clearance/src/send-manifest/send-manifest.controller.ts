import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CallerOf, type Caller } from '#access';
import { MANIFEST_MODES, MANIFEST_TYPES } from '#formats';
import { bodyReader, closed, text } from '#room';
import type { ManifestView } from '../read-manifests/manifest-view.js';
import { MESSAGE_ID } from './manifest-register.js';
import { SendManifest, type ManifestRequest, type SentManifest, type Withdrawal } from './send-manifest.service.js';

const NUMBER = { type: 'string', pattern: MESSAGE_ID.source };

const readRequest = bodyReader<ManifestRequest>(
  closed(
    {
      oneDocumentId: text(),
      mode: { enum: MANIFEST_MODES },
      type: { enum: MANIFEST_TYPES },
      messageId: NUMBER,
      senderId: text(70),
      receiverId: text(70),
      customsOffice: { type: 'string', pattern: '^\\d{4}$' },
      transmitterId: text(70),
      carrierId: text(17),
      agentId: text(17),
      freightPayment: text(3),
      customsProcedure: text(3),
      transportTerms: text(2),
      addsToManifest: { type: 'boolean' },
    },
    ['oneDocumentId', 'mode', 'type', 'messageId', 'senderId', 'receiverId'],
  ),
);

const readWithdrawal = bodyReader<Withdrawal>(
  closed({ messageId: NUMBER, reason: text(256) }, ['messageId', 'reason']),
);

@Controller('v1/manifests')
export class SendManifestController {
  constructor(private readonly manifests: SendManifest) {}

  /** 201 for a new message, 200 for a repeat. */
  @Post()
  @Allow('forwarder', 'rail', 'ocean-carrier')
  async send(
    @Body() body: unknown,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ManifestView> {
    return answerWith(await this.manifests.send(readRequest(body), caller), reply);
  }

  @Post(':messageId/withdrawal')
  @Allow('forwarder', 'rail', 'ocean-carrier')
  async withdraw(
    @Param('messageId') messageId: string,
    @Body() body: unknown,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ManifestView> {
    return answerWith(await this.manifests.withdraw(messageId, readWithdrawal(body), caller), reply);
  }
}

function answerWith({ repeated, manifest }: SentManifest, reply: FastifyReply): ManifestView {
  void reply.status(repeated ? 200 : 201).header('Location', `/v1/manifests/${manifest.messageId}`);
  return manifest;
}
