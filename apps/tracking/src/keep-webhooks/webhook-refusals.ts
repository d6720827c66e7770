import { Refusal } from '#domain';

export const webhookNotFound = (): Refusal =>
  new Refusal('TRACKING.WEBHOOK_NOT_FOUND', 'not-found', {
    en: 'You have no webhook with this id.',
    zh: '您没有此编号的推送地址。',
  });

export const webhookUrlRefused = (): Refusal =>
  new Refusal('TRACKING.WEBHOOK_URL', 'unprocessable', {
    en: 'The url cannot be called. Give one that begins with https://, without user name or password, at a public address.',
    zh: '无法向该 url 推送。请填写以 https:// 开头、不含用户名和密码的公网地址。',
  });

export const tooManyWebhooks = (most: number): Refusal =>
  new Refusal('TRACKING.WEBHOOK_LIMIT', 'conflict', {
    en: `You have ${most} webhooks already. Delete one that you no longer need.`,
    zh: `您已有 ${most} 个推送地址。请先删除不再需要的。`,
  });
