import { Module } from '@nestjs/common';
import { AnswerDeclarationController } from './answer-declaration/answer-declaration.controller.js';
import { AnswerDeclaration } from './answer-declaration/answer-declaration.service.js';
import { AnswerManifestController } from './answer-manifest/answer-manifest.controller.js';
import { AnswerManifest } from './answer-manifest/answer-manifest.service.js';
import { AskForChange } from './change-declaration/ask-for-change.service.js';
import { ChangeDeclarationController } from './change-declaration/change-declaration.controller.js';
import { DecideChange } from './change-declaration/decide-change.service.js';
import { KeepRecords } from './inbound/keep-records.service.js';
import { OneDocumentListener } from './inbound/one-document.listener.js';
import { AeoRegisterController } from './keep-aeo-register/aeo-register.controller.js';
import { AeoRegister } from './keep-aeo-register/aeo-register.service.js';
import { DeclarationRegister } from './lodge-declaration/declaration-register.service.js';
import { LodgeDeclarationController } from './lodge-declaration/lodge-declaration.controller.js';
import { LodgeDeclaration } from './lodge-declaration/lodge-declaration.service.js';
import { ReadDeclarationsController } from './read-declarations/read-declarations.controller.js';
import { ReadDeclarations } from './read-declarations/read-declarations.service.js';
import { GiveMandateController } from './give-mandate/give-mandate.controller.js';
import { GiveMandate } from './give-mandate/give-mandate.service.js';
import { MandateRegister } from './give-mandate/mandate-register.service.js';
import { ReadMandatesController } from './read-mandates/read-mandates.controller.js';
import { ReadMandates } from './read-mandates/read-mandates.service.js';
import { RevokeMandateController } from './revoke-mandate/revoke-mandate.controller.js';
import { RevokeMandate } from './revoke-mandate/revoke-mandate.service.js';
import { ReadManifestsController } from './read-manifests/read-manifests.controller.js';
import { ReadManifests } from './read-manifests/read-manifests.service.js';
import { SendManifestController } from './send-manifest/send-manifest.controller.js';
import { SendManifest } from './send-manifest/send-manifest.service.js';
import { CarryOutInstructions } from './standing-instructions/carry-out-instructions.service.js';
import { StandingInstructionsController } from './standing-instructions/standing-instructions.controller.js';
import { StandingInstructions } from './standing-instructions/standing-instructions.service.js';
import { WithdrawDraftController } from './withdraw-draft/withdraw-draft.controller.js';
import { WithdrawDraft } from './withdraw-draft/withdraw-draft.service.js';

@Module({
  controllers: [
    OneDocumentListener,
    AeoRegisterController,
    StandingInstructionsController,
    LodgeDeclarationController,
    WithdrawDraftController,
    AnswerDeclarationController,
    ChangeDeclarationController,
    ReadDeclarationsController,
    GiveMandateController,
    RevokeMandateController,
    ReadMandatesController,
    AnswerManifestController,
    SendManifestController,
    ReadManifestsController,
  ],
  providers: [
    AeoRegister,
    DeclarationRegister,
    LodgeDeclaration,
    WithdrawDraft,
    AnswerDeclaration,
    AskForChange,
    DecideChange,
    ReadDeclarations,
    MandateRegister,
    GiveMandate,
    RevokeMandate,
    ReadMandates,
    AnswerManifest,
    SendManifest,
    ReadManifests,
    CarryOutInstructions,
    StandingInstructions,
    KeepRecords,
  ],
})
export class ClearanceModule {}
