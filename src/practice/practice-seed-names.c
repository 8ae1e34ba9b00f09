/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-seed.h"

#include "practice-logins.h"

/* The people of the firm. All of them are made up; the addresses are of domains that nobody can
 * own (RFC 2606), the telephone numbers those that Ofcom keeps for drama. */

#define BRONWEN "4b8e1f6a-93c2-4d57-8e0b-a6f2d7c15e21"
#define AISLING "d6a03b9c-5e18-4f72-9b4d-0c8e2f7a1b22"
#define SAMUEL  "1f7c4e2d-8a60-4b39-a5e1-6d9b3c0f8a23"

static const PracticePerson people[] = {
  { PRACTICE_ACCOUNT_PATRICK, "employee", "owner", "Mr", "Patrick", "Llewellyn", NULL,
    "patrick.llewellyn@harbour-vale.example.com", NULL, 0, 0 },
  { BRONWEN, "employee", "admin", "Mrs", "Bronwen", "Hughes", NULL,
    "bronwen.hughes@harbour-vale.example.com", NULL, 0, 0 },
  { AISLING, "employee", "member", "Ms", "Aisling", "Byrne", NULL,
    "aisling.byrne@harbour-vale.example.com", NULL, 0, 0 },
  { SAMUEL, "employee", "member", "Mr", "Samuel", "Reed", NULL,
    "samuel.reed@harbour-vale.example.com", NULL, 0, 0 },
  { PRACTICE_ACCOUNT_ZOE, "employee", "admin", "Ms", "Zoë", "Müller", NULL,
    "zoe.mueller@harbour-vale.example.com", NULL, 0, 0 },
  { PRACTICE_ACCOUNT_PRIYA, "employee", "member", "Ms", "Priya", "Raman", NULL,
    "priya.raman@harbour-vale.example.com", NULL, 0, 0 },
  { PRACTICE_ACCOUNT_NOOR, "employee", "member", "Ms", "Noor", "Rahman", NULL,
    "noor.rahman@harbour-vale.example.com", NULL, 0, 0 },
  { PRACTICE_ACCOUNT_HENRY, "employee", "admin", "Mr", "Henry", "Ashworth-Cole", NULL,
    "henry.ashworth-cole@harbour-vale.example.com", NULL, 0, 0 },
  { NULL, "employee", "member", "Mr", "Tomasz", "Zieliński", NULL,
    "tomasz.zielinski@harbour-vale.example.com", NULL, 0, 0 },
  { NULL, "employee", "member", "Dr", "Grace", "Adeyemi", NULL,
    "grace.adeyemi@harbour-vale.example.com", NULL, 0, 0 },
  { "f5e985d6-8e32-4d65-a996-ba5a9f9632eb", "client", "individual", "Mr", "Gareth", "Thompson",
    NULL, "gareth.thompson@example.org", PRACTICE_ACCOUNT_PATRICK, 1, 0 },
  { NULL, "client", "individual", "Mrs", "Carys", "Thompson", NULL, "carys.thompson@example.org",
    PRACTICE_ACCOUNT_PATRICK, 1, 0 },
  { NULL, "client", "joint", NULL, NULL, NULL, "Mr & Mrs Thompson", "gareth.thompson@example.org",
    PRACTICE_ACCOUNT_PATRICK, 1, 0 },
  { NULL, "client", "individual", "Mr", "Gareth", "Thompson", NULL,
    "gareth.thompson.cardiff@example.com", BRONWEN, 0, 0 },
  { NULL, "client", "individual", "Dr", "Gareth", "Thompson", NULL, "g.thompson1958@example.org",
    AISLING, 0, 0 },
  { NULL, "client", "individual", "Mrs", "Ada", "Okafor", NULL, "ada.okafor@example.org", BRONWEN,
    2, 0 },
  { NULL, "client", "individual", "Mr", "Emeka", "Okafor", NULL, "emeka.okafor@example.org",
    BRONWEN, 2, 0 },
  { NULL, "client", "joint", NULL, NULL, NULL, "Ada & Emeka Okafor", "ada.okafor@example.org",
    BRONWEN, 2, 0 },
  { NULL, "client", "individual", "Mr", "Łukasz", "Wiśniewski", NULL,
    "lukasz.wisniewski@example.com", SAMUEL, 3, 0 },
  { NULL, "client", "individual", "Mrs", "Magdalena", "Wiśniewska", NULL,
    "magdalena.wisniewska@example.com", SAMUEL, 3, 0 },
  { NULL, "client", "joint", NULL, NULL, NULL, "Mr & Mrs Wiśniewski",
    "lukasz.wisniewski@example.com", SAMUEL, 3, 0 },
  { NULL, "client", "individual", "Mrs", "Siân", "Pritchard-Jones", NULL, "sian@example.org",
    PRACTICE_ACCOUNT_PATRICK, 4, 0 },
  { NULL, "client", "individual", "Mr", "Rhodri", "Pritchard-Jones", NULL, "rhodri.pj@example.org",
    PRACTICE_ACCOUNT_PATRICK, 4, 0 },
  { NULL, "client", "joint", NULL, NULL, NULL, "Mr & Mrs Pritchard-Jones", "sian@example.org",
    PRACTICE_ACCOUNT_PATRICK, 4, 0 },
  { NULL, "client", "individual", "Mr", "David", "O'Brien", NULL, "david.obrien@example.com",
    AISLING, 5, 0 },
  { NULL, "client", "individual", "Mrs", "Niamh", "O'Brien", NULL, "niamh.obrien@example.com",
    AISLING, 5, 0 },
  { NULL, "client", "joint", NULL, NULL, NULL, "Mr & Mrs O'Brien", "david.obrien@example.com",
    AISLING, 5, 0 },
  { NULL, "client", "individual", "Mr", "राजेश", "शर्मा", NULL, "rajesh.sharma@example.org", BRONWEN,
    6, 0 },
  { NULL, "client", "individual", "Mrs", "सुनीता", "शर्मा", NULL, "sunita.sharma@example.org",
    BRONWEN, 6, 0 },
  { NULL, "client", "joint", NULL, NULL, NULL, "राजेश & सुनीता शर्मा", "rajesh.sharma@example.org",
    BRONWEN, 6, 0 },
  { NULL, "client", "trust", NULL, NULL, NULL, "The Okafor Family Trust",
    "trustees@okafor.example.org", BRONWEN, 0, 0 },
  { NULL, "client", "trust", NULL, NULL, NULL, "Ashworth Discretionary Will Trust",
    "ashworth.trustees@example.org", PRACTICE_ACCOUNT_PATRICK, 0, 0 },
  { NULL, "client", "trust", NULL, NULL, NULL, "The Pritchard-Jones Bare Trust",
    "pj.trust@example.org", PRACTICE_ACCOUNT_PATRICK, 0, 0 },
  { NULL, "client", "trust", NULL, NULL, NULL, "Bramley Children's Trust",
    "bramley.trust@example.org", SAMUEL, 0, 0 },
  { NULL, "client", "business", NULL, NULL, NULL, "Tidewater Marine Ltd",
    "accounts@tidewater.example.com", PRACTICE_ACCOUNT_PATRICK, 0, 0 },
  { NULL, "client", "business", NULL, NULL, NULL, "Vale Joinery & Sons LLP",
    "office@valejoinery.example.com", AISLING, 0, 0 },
  { NULL, "client", "business", NULL, NULL, NULL, "Müller Feinmechanik (UK) Ltd",
    "buero@mueller-uk.example.com", SAMUEL, 0, 0 },
  { NULL, "client", "business", NULL, NULL, NULL, "Peak & Fell Outdoor Ltd",
    "hello@peakandfell.example.com", BRONWEN, 0, 0 },
  { NULL, "client", "business", NULL, NULL, NULL, "O'Brien Dental Practice",
    "reception@obriendental.example.com", AISLING, 0, 0 },
  { NULL, "client", "individual", "Mr", "Patrick", "Doyle", NULL, "patrick.doyle@example.org",
    BRONWEN, 0, 0 },
  { NULL, "client", "individual", "Ms", "秀英", "王", "王秀英", "wang.xiuying@example.com", SAMUEL,
    0, 0 },
  { NULL, "client", "individual", "Mr", "太郎", "山田", "山田 太郎", "taro.yamada@example.com",
    PRACTICE_ACCOUNT_PATRICK, 0, 0 },
  { NULL, "client", "individual", "Mr", "محمد", "الفارسي", NULL, "mohammed.alfarsi@example.org",
    AISLING, 0, 0 },
  { NULL, "client", "individual", "Mrs", "فاطمة", "الزهراء", NULL, "fatima.alzahra@example.org",
    AISLING, 0, 0 },
  { NULL, "client", "individual", "Ms", "प्रिया", "नायर", NULL, "priya.nair@example.com", BRONWEN, 0,
    0 },
  { NULL, "client", "individual", "Mrs", "Олена", "Коваленко", NULL, "olena.kovalenko@example.com",
    SAMUEL, 0, 0 },
  { NULL, "client", "individual", "Mr", "Γιώργος", "Παπαδόπουλος", NULL, "giorgos.p@example.com",
    PRACTICE_ACCOUNT_PATRICK, 0, 0 },
  { NULL, "client", "individual", "Dr", "יעל", "כהן", NULL, "yael.cohen@example.org", AISLING, 0,
    0 },
  { NULL, "client", "individual", "Mrs", "Minh Khai", "Nguyễn Thị", NULL, "minhkhai@example.com",
    SAMUEL, 0, 0 },
  { NULL, "client", "individual", "Mr", "José María", "Fernández de la Vega", NULL,
    "jm.fernandez@example.org", BRONWEN, 0, 0 },
  { NULL, "client", "individual", "Mr", "François", "Lefèvre", NULL, "francois.lefevre@example.com",
    PRACTICE_ACCOUNT_PATRICK, 0, 0 },
  { NULL, "client", "individual", "Mr", "Bjørn", "Håkansson", NULL, "bjorn@example.org", AISLING, 0,
    0 },
  { NULL, "client", "individual", "Ms", "Çağla", "Yıldız", NULL, "cagla.yildiz@example.com", SAMUEL,
    0, 0 },
  { NULL, "client", "individual", "Mrs", "Ngozi", "Chukwu", NULL, "ngozi.chukwu@example.org",
    BRONWEN, 0, 0 },
  { NULL, "client", "individual", "Mr", "Oluwaseun", "Adebayo", NULL, "seun.adebayo@example.com",
    PRACTICE_ACCOUNT_PATRICK, 0, 0 },
  { NULL, "client", "individual", "Mrs", "Harpreet Kaur", "Gill", NULL, "harpreet.gill@example.org",
    AISLING, 0, 0 },
  { NULL, "client", "individual", "Mr", "Mohammed", "Iqbal", NULL, "m.iqbal@example.com", SAMUEL, 0,
    0 },
  { NULL, "client", "individual", "Ms", "Aoife", "Ní Bhriain", NULL, "aoife@example.org", AISLING,
    0, 0 },
  { NULL, "client", "individual", "Mrs", "Màiri", "MacDonald", NULL, "mairi.macdonald@example.org",
    BRONWEN, 0, 0 },
  { NULL, "client", "individual", "Mr", "Llŷr", "ap Gwilym", NULL, "llyr@example.org",
    PRACTICE_ACCOUNT_PATRICK, 0, 0 },
  { NULL, "client", "individual", "Mrs", "Marguerite", "Bellamy", NULL, "m.bellamy@example.com",
    SAMUEL, 0, 0 },
  { NULL, "client", "individual", "Mr", "Winston", "Clarke", NULL, "winston.clarke@example.org",
    BRONWEN, 0, 0 },
  { NULL, "client", "individual", "Mrs", "Edith", "Pemberton", NULL, "edith.pemberton@example.org",
    PRACTICE_ACCOUNT_PATRICK, 0, 0 },
  { NULL, "client", "individual", "Ms", "Sofia", "Rossi", NULL, "sofia.rossi@example.com", AISLING,
    0, 0 },
  { NULL, "client", "individual", "Dr", "Anneliese", "Groß", NULL, "anneliese.gross@example.org",
    SAMUEL, 0, 0 },
  { NULL, "client", "individual", "Ms", "Zsófia", "Szabó", NULL, "zsofia.szabo@example.com",
    BRONWEN, 0, 0 },
  { NULL, "client", "individual", "Mr", "Jean-Baptiste", "Moreau", NULL, "jb.moreau@example.com",
    PRACTICE_ACCOUNT_PATRICK, 0, 0 },
  { NULL, "client", "individual", "Mr", "Kwame", "Mensah", NULL, "kwame.mensah@example.org",
    AISLING, 0, 0 },
  { NULL, "client", "individual", "Ms", "Thandiwe", "Dlamini", NULL, "thandiwe@example.com", SAMUEL,
    0, 0 },
  { NULL, "client", "individual", "Mr", "D’Arcy", "Whitfield", NULL, "darcy.whitfield@example.org",
    PRACTICE_ACCOUNT_PATRICK, 0, 0 },
  { NULL, "client", "individual", "Mr", "Bo", "Li", NULL, "bo.li@example.com", BRONWEN, 0, 0 },
  { NULL, "client", "individual", "Mrs", "Elizabeth", "Bramley", NULL,
    "elizabeth.bramley@example.org", SAMUEL, 0, 0 },
  { NULL, "client", "individual", "Ms", "Isla", "Fraser", NULL, "isla.fraser@example.com", AISLING,
    0, 0 },
  { NULL, "client", "individual", "Lady", "Maximiliana Theodora Alexandrina",
    "Featherstonehaugh-Cholmondeley-Warner of Upper Wolverhampton", NULL, "maximiliana@example.org",
    PRACTICE_ACCOUNT_PATRICK, 0, 0 },
  { PRACTICE_ACCOUNT_HENRY_CLIENT, "client", "individual", "Mr", "Henry", "Ashworth-Cole", NULL,
    "henry.ashworth-cole@example.org", PRACTICE_ACCOUNT_PATRICK, 0, 0 },
  { NULL, "client", "individual", "Mrs", "Ruth", "Goldberg", NULL, "ruth.goldberg@example.com",
    BRONWEN, 0, 1 },
  { NULL, "client", "individual", "Mr", "George", "Bramley", NULL, "george.bramley@example.org",
    SAMUEL, 0, 1 },
  { NULL, "external", "introducer", "Mrs", "Margaret", "Pell", NULL, "margaret.pell@example.com",
    NULL, 0, 0 },
  { NULL, "external", "introducer", "Mr", "Dominic", "Strange", NULL, "dominic.strange@example.com",
    NULL, 0, 0 },
  { NULL, "external", "introducer", NULL, NULL, NULL, "Fenwick & Shaw Solicitors",
    "office@fenwick-shaw.example.com", NULL, 0, 0 },
  { NULL, "external", "introducer", NULL, NULL, NULL, "Harcourt Accountants",
    "hello@harcourt.example.com", NULL, 0, 0 },
  { NULL, "external", "introducer", NULL, NULL, NULL, "Bayside Mortgage Brokers",
    "desk@bayside.example.com", NULL, 0, 0 },
};

static const PracticePerson others[] = {
  { PRACTICE_ACCOUNT_HENRY_OTHER, "employee", "admin", "Mr", "Henry", "Ashworth-Cole", NULL,
    "h.ashworth-cole@northgate.example.com", NULL, 0, 0 },
  { NULL, "employee", "owner", "Ms", "Judith", "Marlowe", NULL,
    "judith.marlowe@northgate.example.com", NULL, 0, 0 },
  { NULL, "client", "individual", "Mr", "Desmond", "Achebe", NULL, "desmond.achebe@example.com",
    PRACTICE_ACCOUNT_HENRY_OTHER, 0, 0 },
  { NULL, "client", "individual", "Ms", "Ingrid", "Solberg", NULL, "ingrid.solberg@example.com",
    PRACTICE_ACCOUNT_HENRY_OTHER, 0, 0 },
  { NULL, "client", "business", NULL, NULL, NULL, "Quayside Ceramics Ltd",
    "studio@quayside.example.com", PRACTICE_ACCOUNT_HENRY_OTHER, 0, 0 },
};

/**
 * practice_seed_get_person:
 * @index: a number from 0
 *
 * Returns: (nullable): a person of the firm, %NULL after the last
 */
const PracticePerson *
practice_seed_get_person (guint index)
{
  return index < G_N_ELEMENTS (people) ? &people[index] : NULL;
}

/**
 * practice_seed_get_other_person:
 * @index: a number from 0
 *
 * Returns: (nullable): a person of the second firm, %NULL after the last
 */
const PracticePerson *
practice_seed_get_other_person (guint index)
{
  return index < G_N_ELEMENTS (others) ? &others[index] : NULL;
}
