import { Body, Controller, Get, Put } from '@nestjs/common';
import { Allow, CallerOf, type Caller } from '#access';
import { DECLARATION_TYPES, Refusal } from '#domain';
import { bodyReader, closed } from '#room';
import { StandingInstructions, type Instruction, type InstructionsView } from './standing-instructions.service.js';

const readBody = bodyReader<{ instructions: Instruction[] }>(
  closed(
    {
      instructions: {
        type: 'array',
        items: closed(
          { type: { enum: DECLARATION_TYPES }, mode: { const: 'advance' }, action: { enum: ['draft', 'lodge'] } },
          ['type', 'mode', 'action'],
        ),
      },
    },
    ['instructions'],
  ),
);

@Controller('v1/declarations/standing-instructions')
export class StandingInstructionsController {
  constructor(private readonly standing: StandingInstructions) {}

  @Get()
  @Allow('forwarder')
  read(@CallerOf() caller: Caller): Promise<InstructionsView> {
    return this.standing.read(caller);
  }

  @Put()
  @Allow('forwarder')
  give(@Body() body: unknown, @CallerOf() caller: Caller): Promise<InstructionsView> {
    const { instructions } = readBody(body);
    if (new Set(instructions.map(({ type }) => type)).size < instructions.length) {
      throw new Refusal('CLEARANCE.INSTRUCTION_TWICE', 'invalid', {
        en: 'Give at most one instruction for export and one for import.',
        zh: '出口与进口各至多给出一项长期指示。',
      });
    }
    return this.standing.give(instructions, caller);
  }
}
