import { openInstallation } from '../support/installation.js';
it('x', async () => {
  const i = await openInstallation('postgres');
  const p = await i.party('A', 'rail');
  for (const [path, ct] of [
    ['/v1/documents', 'nonsense'],
    ['/v1/documents', 'text/x;;='],
    ['/v1/documents/%E0%A4%A', undefined],
    ['/v1/documents/' + 'x'.repeat(400), undefined],
  ] as const) {
    const r = await fetch(
      i.url + path,
      ct
        ? { method: 'POST', headers: { authorization: 'Bearer ' + p.token, 'content-type': ct }, body: 'x' }
        : { headers: { authorization: 'Bearer ' + p.token } },
    );
    console.log(path.slice(0, 40), ct, r.status, r.headers.get('content-type'), await r.text());
  }
  for (const q of ['status=accepted&status=rejected', 'cursor=a&cursor=b', 'limit=1&limit=2', 'status=%00']) {
    const r = await fetch(i.url + '/v1/documents?' + q, { headers: { authorization: 'Bearer ' + p.token } });
    console.log(q, r.status, (await r.text()).slice(0, 200));
  }
  for (const q of ['container=a&container=b', 'party=%00', 'booking=a&booking=b', 'state=x&state=y']) {
    const r = await fetch(i.url + '/v1/one-documents?' + q, { headers: { authorization: 'Bearer ' + p.token } });
    console.log(q, r.status, (await r.text()).slice(0, 200));
  }
  for (const q of ['status=a&status=b', 'cursor=a&cursor=b']) {
    const r = await fetch(i.url + '/v1/declarations?' + q, { headers: { authorization: 'Bearer ' + p.token } });
    console.log(q, r.status, (await r.text()).slice(0, 200));
  }
  await i.close();
});
