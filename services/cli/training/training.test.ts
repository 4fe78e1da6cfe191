import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decide } from '../../../shared/policy/classifier/decide.ts';
import { HEADS } from '../../../shared/policy/classifier/feature-table.ts';
import { marginsOf } from '../../../shared/policy/classifier/index.ts';
import { readModel } from '../../../shared/policy/classifier/model.ts';
import { SentenceScorer } from '../../../shared/policy/classifier/sentence-scores.ts';
import { type Row, readRequired, readSplit } from './corpus.ts';
import { crossValidate, foldsOf } from './cross-validate.ts';
import { FIRST_HEAD, scoreRows } from './heads.ts';
import { fitLogistic } from './logistic-regression.ts';
import { materialOf, rowsWhere, trainModel } from './measured-models.ts';
import { packModel } from './pack.ts';

const WORDS = [
  '收集手机号码',
  '申请相机权限',
  '共享给第三方',
  '用于推荐内容',
  '存储六个月',
  '加密保护',
  '儿童监护人',
  '删除注销',
  '客服邮箱',
  '修订通知',
  '停止运营',
];

/** Sentences whose labels can be told from their words: the topic has its own, a zero is a greeting, a nine is a risk. */
function rowsOfWords(): Row[] {
  const rows: Row[] = [];
  for (let number = 0; number < 55; number++) {
    const topic = number % 11;
    const text = `${WORDS[topic]}之第${String.fromCharCode(0x5000 + number)}项`;
    const greeting = `欢迎阅读第${String.fromCharCode(0x5000 + number)}节！`;
    const topics = WORDS.map((_, index) => (index === topic ? 1 : 0));
    rows.push({ task: 'topic', text, key: text, labels: topics });
    rows.push(
      { task: 'important', text, key: text, labels: [1] },
      { task: 'important', text: greeting, key: greeting, labels: [0] },
    );
    rows.push({ task: 'risk', text, key: text, labels: [topic === 9 ? 1 : 0] });
  }
  return rows;
}

describe('a model trained on sentences that words decide', () => {
  const material = materialOf(rowsOfWords());
  const all = rowsWhere(material);
  const heldOut = crossValidate(material, all, 'by-row');
  const trained = trainModel(material, all, heldOut, () => 'train');
  const file = packModel(trained);
  const model = readModel(file);

  test('tells them apart', () => {
    const sentences = WORDS.map((word) => `${word}之第一项`);
    const labels = decide(marginsOf(new SentenceScorer(model), sentences), model.decisions, 'none');
    labels.forEach((label, topic) => {
      expect(label.scores.topics.indexOf(Math.max(...label.scores.topics))).toBe(topic);
      expect(label.risk).toBe(topic === 9);
      expect(label.important).toBe(true);
    });
  });

  test('scores as its training does, but for the rounding of weights', () => {
    const expected = new Float32Array(material.rows.length * HEADS);
    scoreRows(material, trained.learned, all, expected);
    const margins = marginsOf(
      new SentenceScorer(model),
      material.rows.map(({ text }) => text),
    );
    material.rows.forEach(({ task, labels }, row) => {
      const at = row * HEADS + FIRST_HEAD[task];
      labels.forEach((_, head) => {
        expect(Math.abs(margins[at + head]! - expected[at + head]!)).toBeLessThan(0.05);
      });
    });
  });

  test('is the same to the byte when it is trained again', () => {
    const again = materialOf(rowsOfWords());
    const other = packModel(trainModel(again, all, heldOut, () => 'train'));
    expect(JSON.stringify(other) === JSON.stringify(file)).toBe(true);
  });

  test('equal sentences are held out together when that is asked for', () => {
    const folds = foldsOf(material, all, 'by-sentence');
    const ofKey = new Map<string, number>();
    material.keys.forEach((key, row) => {
      expect(ofKey.get(key) ?? folds[row]).toBe(folds[row]);
      ofKey.set(key, folds[row]!);
    });
    expect(new Set(folds).size).toBe(5);
  });
});

test('logistic regression finds the chance of each group', () => {
  const [weight, constant] = fitLogistic(
    Float64Array.from({ length: 4000 }, (_, index) => index % 2),
    1,
    Uint8Array.from({ length: 4000 }, (_, index) => (index % 2 === 0 ? (index % 8 === 0 ? 1 : 0) : index % 8 === 1 ? 0 : 1)),
  );
  expect(1 / (1 + Math.exp(-constant!))).toBeCloseTo(0.25, 1);
  expect(1 / (1 + Math.exp(-constant! - weight!))).toBeCloseTo(0.75, 1);
});

describe('the corpus', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'capp-'));
    await mkdir(join(folder, 'risk'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('a line is a sentence, a tab and its labels; the last tab parts them', async () => {
    await writeFile(join(folder, 'risk/dev.tsv'), '我们\t收集，\t1\n\n好的\t0\n');
    const rows = await readSplit(folder, 'risk', 'dev');
    expect(rows?.map(({ text, labels, key }) => [text, labels, key])).toEqual([
      ['我们\t收集，', [1], '我们收集'],
      ['好的', [0], '好的'],
    ]);
    expect(await readSplit(folder, 'risk', 'test')).toBeNull();
  });

  test('a line without its labels is named', async () => {
    await writeFile(join(folder, 'risk/dev.tsv'), '我们\t1\n我们收集\n');
    await expect(readSplit(folder, 'risk', 'dev')).rejects.toThrow('risk/dev.tsv:2');
  });

  test('a missing file is named in both languages', async () => {
    await expect(readRequired(folder, 'train')).rejects.toThrow(/缺少语料文件.*topic[\s\S]*CAPP-130 is needed/);
  });
});
