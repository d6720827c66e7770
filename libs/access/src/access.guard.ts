import { createParamDecorator, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '#domain';
import { TRADE_ROLES, type Caller, type Role } from './caller.js';
import { TokenVerifier } from './verifier.js';

const ROLES_ALLOWED = 'yidan:roles';
const PUBLIC = 'yidan:public';

/** Which roles may use a route; a route that says nothing is open to every role of the trade. */
export const Allow = (...roles: Role[]) => SetMetadata(ROLES_ALLOWED, roles);

/** A route that needs no token: health, the API's description. */
export const Public = () => SetMetadata(PUBLIC, true);

/** The caller, as a parameter of a controller method. */
export const CallerOf = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Caller =>
    (context.switchToHttp().getRequest<CallerRequest>() as Required<CallerRequest>).caller,
);

interface CallerRequest extends FastifyRequest {
  caller?: Caller;
}

/** Every HTTP route knows who calls. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly verifier: TokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, places)) return true;
    const request = context.switchToHttp().getRequest<CallerRequest>();
    request.caller = await this.callerOf(request);
    const roles = this.reflector.getAllAndOverride<readonly Role[] | undefined>(ROLES_ALLOWED, places) ?? TRADE_ROLES;
    if (!roles.includes(request.caller.role)) {
      throw new Refusal('ACCESS.ROLE', 'forbidden', {
        en: `This needs the role ${roles.join(' or ')}; the token says ${request.caller.role}.`,
        zh: `此操作需要角色 ${roles.join(' 或 ')}；令牌中的角色为 ${request.caller.role}。`,
      });
    }
    return true;
  }

  private async callerOf(request: FastifyRequest): Promise<Caller> {
    const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) {
      throw new Refusal('ACCESS.NO_TOKEN', 'unauthenticated', {
        en: 'Send a token: Authorization: Bearer <JWT>.',
        zh: '请发送令牌：Authorization: Bearer <JWT>。',
      });
    }
    return this.verifier.verify(token);
  }
}
