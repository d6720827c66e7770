import { existsSync, readFileSync } from 'node:fs';
import { projectRoot, topics, type Topic } from '#contracts';
import { rooms } from '../../apps/exchange/src/rooms.js';
import { foldersIn } from './source-tree.js';

const fileOf = (path: string): URL => new URL(path, projectRoot);

describe('the rooms', () => {
  it('are the apps, and the exchange that composes them', () => {
    expect([...rooms.map(({ name }) => name as string), 'exchange'].sort()).toEqual(foldersIn('apps/').sort());
  });

  it.each(rooms)('$name starts alone, and its README says what it is', ({ name }) => {
    const missing = ['README.md', 'src/main.ts', `src/${name}.module.ts`, `src/${name}.room.ts`].filter(
      (file) => !existsSync(fileOf(`apps/${name}/${file}`)),
    );
    expect(missing).toEqual([]);
    const readme = readFileSync(fileOf(`apps/${name}/README.md`), 'utf8');
    expect(['Hears', 'Does', 'Says', 'Stores', 'Settings'].filter((word) => !readme.includes(`**${word}**`))).toEqual(
      [],
    );
  });
});

describe('the topics', () => {
  const said = rooms.flatMap((room) => room.says.map((topic) => ({ topic, room: room.name })));

  it.each(Object.values(topics))('%s is said by one room', (topic) => {
    const speakers = said.filter((one) => one.topic === topic).map(({ room }) => room as string);
    expect(speakers).toEqual([topic.split('.')[0]]);
  });

  it('are all in the contracts', () => {
    expect(said.filter(({ topic }) => !Object.values(topics).includes(topic as Topic))).toEqual([]);
  });

  it.each(said)('$topic has its schema', ({ topic, room }) => {
    const file = fileOf(`schemas/events/${room}/${topic.slice(room.length + 1)}.json`);
    expect((JSON.parse(readFileSync(file, 'utf8')) as { readonly $id: string }).$id).toBe(`urn:yidan:event:${topic}`);
  });
});
