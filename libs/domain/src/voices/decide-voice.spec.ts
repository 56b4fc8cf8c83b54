import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../people/actor.js';
import {
  decideVoice,
  mayAnswer,
  mayShow,
  mayThankAgain,
  type VoiceRequest,
} from './decide-voice.js';
import { VOICE_STATES, type VoiceFacts } from './voice.record.js';

const measure = { ownerId: 'olga', contributorIds: ['konny'] };
const circle: Actor = { personId: 'bea', roles: ['CIRCLE'] };
const administrator: Actor = { personId: 'adam', roles: ['ADMINISTRATOR'] };
const owner: Actor = { personId: 'olga', roles: ['GUIDE'] };
const contributor: Actor = { personId: 'konny', roles: ['GUIDE'] };
const guide: Actor = { personId: 'gisela', roles: ['GUIDE'] };
const employee: Actor = { personId: 'konny', roles: ['EMPLOYEE'] };

const open: VoiceFacts = { state: 'OPEN', agreed: true };
const answered: VoiceFacts = { state: 'ANSWERED', agreed: true };
const aside: VoiceFacts = { state: 'SET_ASIDE', agreed: true };
const answer: VoiceRequest = { intent: 'ANSWER', answer: 'Gern.', inPublic: false };
const publicly: VoiceRequest = { ...answer, inPublic: true };
const setAside: VoiceRequest = { intent: 'SET_ASIDE', reason: 'Werbung.' };
const reopen: VoiceRequest = { intent: 'REOPEN' };
const NOT_PERMITTED = { ok: false, error: { code: 'VOICE_NOT_PERMITTED' } };

describe('decideVoice', () => {
  it.each([circle, administrator, owner, contributor])('lets $personId answer', (actor) => {
    expect(decideVoice(open, measure, answer, actor)).toEqual({
      ok: true,
      value: { state: 'ANSWERED', answer: 'Gern.', inPublic: false, reason: null },
    });
    expect(mayAnswer(open, measure, actor)).toBe(true);
  });

  it.each([guide, employee])('lets nobody else answer: $personId', (actor) => {
    expect(decideVoice(open, measure, answer, actor)).toEqual(NOT_PERMITTED);
    expect(mayAnswer(open, measure, actor)).toBe(false);
  });

  it('lets the circle alone show an answer, change it, set a voice aside and take it up again', () => {
    for (const [voice, request] of [
      [open, publicly],
      [answered, answer],
      [open, setAside],
      [aside, reopen],
    ] as const) {
      expect(decideVoice(voice, measure, request, owner)).toEqual(NOT_PERMITTED);
      expect(decideVoice(voice, measure, request, circle).ok).toBe(true);
    }
    expect([mayAnswer(answered, measure, owner), mayAnswer(answered, measure, circle)]).toEqual([
      false,
      true,
    ]);
    expect([mayShow(open, owner), mayShow(open, circle)]).toEqual([false, true]);
  });

  it('shows in public only what the sender has agreed to', () => {
    const silent = { ...open, agreed: false };
    expect(decideVoice(silent, measure, publicly, circle)).toEqual({
      ok: false,
      error: { code: 'NOT_AGREED' },
    });
    expect(decideVoice(silent, measure, answer, circle).ok).toBe(true);
    expect(mayShow(silent, circle)).toBe(false);
    expect(decideVoice(open, measure, publicly, circle)).toMatchObject({
      value: { inPublic: true },
    });
  });

  it('asks for an answer and for a reason', () => {
    for (const blank of ['', ' \n\t']) {
      expect(decideVoice(open, measure, { ...answer, answer: blank }, circle)).toMatchObject({
        error: { code: 'ANSWER_MISSING' },
      });
      expect(decideVoice(open, measure, { ...setAside, reason: blank }, circle)).toMatchObject({
        error: { code: 'REASON_MISSING' },
      });
    }
  });

  it('leaves nothing of what a voice was before', () => {
    expect(decideVoice(open, measure, setAside, circle)).toMatchObject({
      value: { state: 'SET_ASIDE', reason: 'Werbung.', answer: null, inPublic: false },
    });
    expect(decideVoice(aside, measure, reopen, circle)).toMatchObject({
      value: { state: 'OPEN', reason: null, answer: null },
    });
  });

  it('knows the states from which each leads, and says which it found', () => {
    const from = (request: VoiceRequest): string[] =>
      VOICE_STATES.filter((state) => decideVoice({ ...open, state }, measure, request, circle).ok);
    expect(from(answer)).toEqual(['OPEN', 'ANSWERED']);
    expect(from(setAside)).toEqual(['OPEN']);
    expect(from(reopen)).toEqual(['SET_ASIDE']);
    expect(decideVoice(aside, measure, answer, circle)).toEqual({
      ok: false,
      error: { code: 'VOICE_MOVE_NOT_ALLOWED', state: 'SET_ASIDE' },
    });
    expect(mayAnswer(aside, measure, circle)).toBe(false);
  });
});

describe('thanks again', () => {
  it.each([
    [0, true],
    [4, true],
    [5, false],
    [500, false],
  ])('after %i within a day: %s', (ofLastDay, may) => {
    expect(mayThankAgain(ofLastDay)).toBe(may);
  });
});
