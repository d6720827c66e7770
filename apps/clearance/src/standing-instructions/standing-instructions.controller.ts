import { Body, Controller, Get, Put } from '@nestjs/common';
import { DECLARATION_TYPES, Refusal } from '#domain';
import { Allow, CallerOf, PARTY_CODE, type Caller } from '#access';
import { bodyReader, closed } from '#room';
import { StandingInstructions, type Instruction, type InstructionsView } from './standing-instructions.service.js';

const ORDER = { type: { enum: DECLARATION_TYPES }, mode: { const: 'advance' } };
const REQUIRED = ['type', 'mode', 'action'];

const readerOf = (instruction: object) =>
  bodyReader<{ instructions: Instruction[] }>(
    closed({ instructions: { type: 'array', items: instruction } }, ['instructions']),
  );

const readOfBroker = readerOf(closed({ ...ORDER, action: { enum: ['draft', 'lodge'] } }, REQUIRED));

/** Whom a mandate is for is said with it, and only with it. */
const readOfForwarder = readerOf({
  ...closed({ ...ORDER, action: { enum: ['draft', 'lodge', 'mandate'] }, broker: PARTY_CODE }, REQUIRED),
  if: { properties: { action: { const: 'mandate' } } },
  then: { required: ['broker'] },
  else: { properties: { broker: false } },
});

@Controller('v1/declarations/standing-instructions')
export class StandingInstructionsController {
  constructor(private readonly standing: StandingInstructions) {}

  @Get()
  @Allow('forwarder', 'broker')
  read(@CallerOf() caller: Caller): Promise<InstructionsView> {
    return this.standing.read(caller);
  }

  @Put()
  @Allow('forwarder', 'broker')
  give(@Body() body: unknown, @CallerOf() caller: Caller): Promise<InstructionsView> {
    const { instructions } = caller.role === 'broker' ? readOfBroker(body) : readOfForwarder(body);
    if (new Set(instructions.map(({ type }) => type)).size < instructions.length) {
      throw new Refusal('CLEARANCE.INSTRUCTION_TWICE', 'invalid', {
        en: 'Give at most one instruction for each of export, import and transit.',
        zh: '出口、进口、过境各至多给出一项长期指示。',
      });
    }
    return this.standing.give(instructions, caller);
  }
}
