"""Word classes that the shape rules tell names by; the usage of foreign ministries' English releases."""

from __future__ import annotations

import re
from functools import lru_cache


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


BODIES = _set(
    "Ministry Department University Institute Council Committee Commission Agency Authority Bank Fund Court Tribunal Parliament "
    "Assembly Senate Federation Foundation Association Alliance League Organisation Organization Office Mission Embassy Consulate "
    "Delegation Centre Center Academy Chamber Bureau Directorate Directorate-General Secretariat Board Mechanism Team Corporation Forces Army Navy "
    "Party Front Movement Service Cabinet Network Platform Group Union Community Directory Library Museum Society "
    "College School Command Guard Police Facility Administration Company Consortium Congregation Federations Congress Coalition "
    "Taskforce Force Triangle Troika Quartet Bloc Confederation Inspectorate Observatory Registry Trust Treasury Police Brigade "
    "Club Hospital Ombudsman Airways Airlines Railways Constabulary Gendarmerie Watch"
)
NO_NAME_PART_KEPT = _set("New Joint Global Northern Southern Eastern Western North South East West")
BODY_BARE = _set(
    "Administration Mechanism Team Union Community Area Initiative Programme Program Force Guard Market Front Service Group Trust Platform Company School Club"
)
"""Heads that need a capitalised word of their own kind before them, and no document or meeting word."""
ADJECTIVE_JOINS = _set(
    "Centre Center Mission Embassy Consulate University Academy Institute Society Bank Council Chamber Delegation Agency Foundation "
    "Front Coalition Union Federation Association Navy Army Police Guard"
)
"""Bodies whose name begins with the demonym before them ("Russian Centre for …"); a ministry's does not."""
MEETING_HEADS = _set(
    "Summit Conference Forum Dialogue Session Meeting Meetings Consultations Talks Ministerial Roundtable Symposium Congress "
    "Convention Plenary Round Debate Conferences Summits Assembly Retreat Workshop Seminar Troika Negotiations Exchange Week Games "
    "Olympics Expo Exhibition Sessions Consultation Commission Committee"
)
MEETING_SMALL = _set(
    "summit session meeting meetings talks dialogue ministerial conference consultations forum round negotiations retreat"
)
MEETING_GENERIC = _set(
    "Ministerial Annual Special Plenary Joint Regular Extraordinary Ordinary Bilateral Trilateral Informal Formal Emergency "
    "High-Level High-level Senior Official Virtual Working Press Regional International Global Political Policy Summit Meeting "
    "Foreign Ministers Ministers' Leaders' Ministers Leaders Defence Defense The A An This Opening Closing First Second Third Fourth "
    "Fifth Next Last Inaugural Public Open Closed Phone State Official Final Hold Holds Held Hosts Attends"
)
DOCUMENT_HEADS = (
    "Statement Declaration Communiqué Communique Treaty Agreement Agreements Convention Protocol Protocols Charter Memorandum Accord "
    "Accords Act Pact Plan Workplan Roadmap Strategy Concept Resolution Decree Letter Programme Guidelines Principles Compact "
    "Covenant Constitution Masterplan Agenda Vision Framework Code Law Manifesto Document Arrangement Memoranda Regulation Directive "
    "MoU MOU Outcome Blueprint Doctrine Proclamation Outlook Initiative Report Note Pledge Understanding Treaties Consensus Decision Recommendation Amendment"
).split()
DOCUMENT_NEEDS_TAIL = _set(
    "MoU MOU Act Letter Principles Framework Code Law Document Agenda Vision Outlook Outcome Note Report Plan Initiative Regulation Directive Programme Guidelines Concept Pledge Understanding Consensus Decision Recommendation Amendment"
)
DOCUMENT_GENERIC = _set(
    "Joint Final Press Political Outcome Draft New Media Public Official Ministerial Chair's Chairman's Presidential Opening Closing "
    "Full Bilateral Free Trade The This A An Read Leaders' Work Action Peace National Road Strategic Common Summit Concluding"
)
TITLE_HEADS = _set(
    "President Premier Chancellor Taoiseach King Queen Emir Amir Sultan Prince Princess Pope Minister Secretary Chairman Chairperson "
    "Chairwoman Chair Speaker Governor Mayor Secretary-General Director-General Commissioner-General Governor-General Attorney-General Auditor-General Consul-General Comptroller-General Prosecutor-General Procurator-General Solicitor-General Surgeon-General Inspector-General Coordinator-General Advocate-General Lieutenant-General Major-General Brigadier-General Colonel-General Vice-Admiral Rear-Admiral Vice-Chairman Vice-Chairperson Vice-Chairwoman Vice-Speaker Vice-Governor Vice-Marshal Co-Chairman Co-chairman Co-Chairperson Co-chairperson Under-Secretary-General Undersecretary-General Tánaiste Emperor Empress Ruler Regent Nuncio Metropolitan Mufti Councillor Councilor Rector Sergeant Cosmonaut Astronaut Sirdar Charge PM FM EAM DPM MoS SRSG DSRSG USG ASG Director Representative Commissioner Ambassador Envoy "
    "Coordinator Spokesperson Spokesman Spokeswoman Advisor Adviser Counsellor Counselor Consul Senator Congressman Congresswoman General "
    "Admiral Marshal Colonel Academician Professor Sheikh Sheikha Judge Justice Bishop Archbishop Patriarch Cardinal Imam Lord Lady "
    "Dame Baroness Sir Lieutenant Captain Major Brigadier Commander Chief Head Negotiator Leader Administrator Undersecretary "
    "Under-Secretary Under-Secretary-General Rapporteur Administrator Chargé Attaché Vice-President Vice-Premier Commander-in-Chief "
    "Vice-Chancellor Vice-Minister Chairperson-in-Office Chairman-in-Office Plenipotentiary Co-Chair Co-chair Deputy Comptroller Treasurer "
    "Assistant-Secretary-General Inspector Prosecutor Registrar Archduke Duke Duchess Ayatollah Rabbi Highness Majesty Excellency "
    "Voivode Landeshauptmann Minister-President Prefect Catholicos Maharaja Raja Rajah Starosta Hetman Burgomaster Commodore Commandant Superintendent Intendant "
    "CEO Founder Laureate Moderator Permanent-Representative State-Secretary Ombudsman Attorney Representatives Vice-Chair Presidency"
)
HONORIFICS = _set(
    "Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Sir Dame H.E. HE Hon Hon. Honourable Honorable Prof Prof. Shri Smt Smt. Dato Datuk Tan Seri Sri Tun U Gen. Lt. Amb. Sen. Rep. Gov. Gen Lt Amb Sen Rep Gov Rev Fr Ing Lic Col Maj Capt Brig Adm Cdr Cmdr Sgt Eng Engr Arch Ir Drs Dra Sra Srta Msgr Mgr Cllr HH HRH HM HSH H.H. H.R.H. H.M. H.S.H. Pehin Datin Tengku Advocate Adv Comrade Cde Engineer Barrister Pastor Reverend Alhaji Mallam Sayyid Rev. Fr. Lord Lady Baroness Right Rt Rt. Ing. Lic. Don Doña Madam Madame Miss Esq. Excellency Highness Prince Utama Paduka Thiru Tmt Tmt. Daw Mme Mme. Mlle Mlle. a.i. h.c. mult Lyonpo Lyonchhen Dasho Tuan Puan Encik Tok Toh Kyai Sayyidina"
)
TITLE_WORDS = TITLE_HEADS | _set(
    "Prime Vice Foreign Deputy Acting Former First Senior Principal Interim Federal Union Permanent Special Assistant Associate State Executive "
    "Under Crown High National Security Defence Defense Finance Trade Energy Interior Economy Environment External Internal Affairs Home "
    "Cabinet Parliamentary Political Military Personal Resident Presidential Health Education Culture Justice Agriculture Transport Press "
    "Secretary-Designate Managing Royal His Her Their Majesty Great Chief Staff Opposition Global European Extraordinary"
)
DOMAIN = _set(
    "Affairs Cooperation Co-operation Policy Defence Defense Trade Finance Energy Relations Development Security State Europe Economy "
    "Industry Commerce Interior Justice Health Environment Culture Education Agriculture Tourism Transport Transportation Labour Labor Technology "
    "Innovation Investment Investments Planning Migration Integration Partnerships Enlargement Neighbourhood Management Climate Change Action Rights "
    "Matters Issues Mobility Reconstruction Treasury Forces Staff War Business Asia Africa Pacific Sport Sports Youth Communications "
    "Infrastructure Resources Works Science Research Religion Refugees Peace Process Region Disarmament Nonproliferation Non-Proliferation "
    "Conflict Conflicts Growth Stabilization Stabilisation Violence Verification Efficiency Immigration Nationality Borders Nuclear-Test-Ban Services Parliament Commission Council Office Protocol Department Ministry Service Trade Fisheries Water Digital Government Homeland "
    "Media Operations Consolidation Children Women Equality Transition Diaspora Expatriates Ukrainians Commonwealth Resilience Preparedness Emirates "
    "Construction Housing Railways Aviation Petroleum Mines Mining Minerals Electricity Irrigation Livestock Forestry Forests Lands Telecommunications "
    "Broadcasting Welfare Employment Textiles Shipping Ports Waterways Cooperatives Ecology Hydrocarbons Oil Gas Devolution Gender Heritage Arts "
    "Awqaf Endowments Hajj Umrah Reforms Reform Modernization Modernisation Transformation Revenue Taxation Privatization Privatisation Statistics "
    "Entrepreneurship Fisheries Aquaculture Sanitation Rehabilitation Pensions Disabilities Inclusion Cohesion Logistics Connectivity Roads Highways "
    "Francophonie Nationals Intelligence Emergencies Situations Industries Enterprises Handicrafts Skills Informatics Cybersecurity Municipalities Localities "
    "Assistance Urbanism Urbanization Urbanisation Lands Biodiversity Nutrition Sustainability Decentralization Decentralisation Telecoms Antiquities Archives"
)
VERBS = _set(
    "Meets Met Meet Visits Visit Visited Holds Hold Held Attends Attend Receives Received Hosts Host Addresses Says Speaks Speak Spoke Calls "
    "Welcomes Arrives Departs Concludes Signs Sign Discusses Discuss Leads Chairs Delivers Participates Travels To Takes Joins Opens On At With "
    "And In For By From As After Of Following During Ahead Regarding Before Is Was Will Has Have Launches Launch Issues Inaugurates Concerning "
    "Remarks Statement Interview Speech Call Press Telephone Phone Readout Welcome Congratulates Thanks Expresses Condemns Urges Announces Confirms "
    "Reviews Review Pledges Pledge Hails Unveils Seeks Warns Tells Tours Inspects Praises Rejects Reaffirms Reaffirm Reiterates Reiterate Stresses Underlines Underscores "
    "Underscore Highlights Highlight Commends Briefs Pays Pay Bids Presents Present Submits Begins Begin Completes Conveys Extends Offers Outlines Promotes Raises "
    "Recalls Regrets Responds Returns Reveals Shares Strengthens Strengthen Supports Undertakes Vows Votes Convenes Convene Co-chairs Co-Chairs Co-hosts Accompanies "
    "Assumes Appoints Approves Adopts Adopt Agrees Agree Affirms Advocates Appeals Arrive Begin Celebrates Commemorates Cooperates Deepen Deepens Denies Denounces Discusses "
    "Emphasizes Emphasises Enhance Engages Exchanges Explores Facilitates Honours Honors Hosted Informs Introduces Invites Kicks Laid Lays Mourns Notes Opened Participate "
    "Phones Pays Plans Proposes Provides Publishes Ratifies Refutes Releases Reports Resumes Salutes Signed Slams Starts Summons Summoned Swears Sworn Talked Thank Treated "
    "Confers Confer Consults Consult Converses Chats Calls Phones Telephones Chairing Hosting Attending Receiving Concludes Commences Commence Continues Departed Departing "
    "Dispatches Embarks Engages Escorts Expected Extends Greets Grants Hears Honoured Honored Inks Interacts Issued Joined Kicks Launched Leaves Leaving Lauds Lectures "
    "Observes Paid Pens Postpones Prepares Presides Pushes Ratified Reached Reaches Reassures Recognises Recognizes Represents Resigns Sends Sits Spells "
    "Stops Summarises Summarizes Takes Testifies Toured Transits Travelled Traveled Traveling Travelling Urged Visits Wishes Appeared Appears Asks Backs Becomes Blames "
    "Cancels Cautions Cites Claims Defends Demands Deplores Details Echoes Encourages Endorses Ensures Explains Finalises Finalizes Gives Gets Insists Invited Keeps Makes Mourns "
    "Oversees Partakes Pledged Praised Pressed Presses Received Rebuts Recounts Renews Replies Requests Sees Shows Signals Stands Stated Stressed Thanked Touts Told Tries Welcomed "
    "Unveiled Updates Visiting Voices Wraps Writes Elected Appointed Named Arrived Concluded"
)
COMMON = _set(
    "The This That These Those A An In On At We He She It They I You As For But And Also However During Following According Earlier Later "
    "Both All Our Their His Her Its Question Answer Your Dear Thank West Western Global South North East Northern Southern Eastern Joint New "
    "Today Yesterday Tomorrow If When While Since With Without After Before Over Under Such Many Most Some There Here Read Full Text No Not "
    "Yes Let My One Two Three Four Five Six Seven Eight Nine Ten Other Another Each Every Any Not Only Just Now Then Thus So Yet Still Even "
    "Last Next More Both Participants Ministers Leaders Members Member States Parties Sides Discussions Regarding Among Between Through "
    "Against About Into Upon Within What Which Who Why How Where Whether Can Could Would Should May Might Must Will Is Are Was Were Do Does "
    "Did Has Have Had Be Being Been Good Ladies Gentlemen Colleagues Friends Distinguished Excellencies Mr Ms Mrs Dr Ministers Well Okay Moreover "
    "Furthermore Meanwhile Additionally Finally Firstly Secondly Thirdly Therefore Furthermore Nevertheless Despite Although Because Prior Based "
    "Building Recalling Recognizing Recognising Noting Reaffirming Welcoming Stressing Emphasizing Having Taking Given Further Follow Watch Photo "
    "Video Source Briefing Via Media Note Transcript Speaking Asked Responding Commenting Turning Founded Government Governments Heads Head"
)
MONTHS_DAYS = _set(
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday"
)
NO_NAME_PART = COMMON - NO_NAME_PART_KEPT | MONTHS_DAYS | VERBS
"""Words that no name of a body or a place has in front or inside."""
QUALITIES = _set(
    "Technological Diplomatic Parliamentary Humanitarian Industrial Digital Economic Social Political Financial Technical Scientific Cultural Legal Educational Humanitarian Civil Military Monetary Agricultural Industrial "
    "Maritime Medical Judicial Commercial Electoral Environmental Strategic Fiscal Administrative Constitutional Consular Diplomatic Historical Religious"
)
"""Adjectives that "and" joins inside the name of a body: Economic and Financial Crimes Commission."""
ROOMS = _set("Building Hall Room Square Street Palace House Tower Compound Complex Bridge Airport")
"""What turns the name of a body before it into that of a place."""
PLENARIES = _set(
    "Heads Ministers Presidents Representatives Governors Chiefs Leaders Experts Speakers Judges Ambassadors Secretaries"
)
"""Who sits in a body that is called after them: Council of Heads of State, Committee of Ministers."""
ABROAD = _set(
    "Ministerio Ministério Ministero Ministère Ministerstwo Ministerul Ministarstvo Ministerium Bundesministerium Kementerian Secretaría Secretaria "
    "Cancillería Chancelaria Presidencia Presidência Présidence Presidenza Embajada Embaixada Ambassade Ambasciata Botschaft Ambasada Asamblea "
    "Assemblée Assembleia Assemblea Congreso Congresso Senado Sénat Senato Cámara Câmara Camera Chambre Consejo Conselho Conseil Consiglio Instituto "
    "Istituto Institut Universidad Universidade Université Università Universität Agencia Agência Agence Agenzia Fundación Fundação Fondation "
    "Fondazione Stiftung Banco Banque Banca Corte Cour Tribunal Fiscalía Gobierno Centro Comisión Comissão Commissione Organización Organização "
    "Asociación Associação Direction Dirección Direção Direzione Délégation Partido Parti Partito Partei Alianza Aliança Unión Cruz"
)
"""Heads of bodies in the languages that releases leave untranslated: "Secretaría de …"."""
ABROAD_JOINS = _set(
    "en el em na no nas nos de del des du da do das dos della delle dei degli di la las los le les e y et für und der des l'Europe"
)
POSTNOMINALS = _set(
    "MP MEP MSP MLA TD KC QC SC OBE CBE MBE KBE DBE GBE KCMG DCMG GCMG CMG KCVO CVO CH AC AO AM OAM PSM CNZM ONZ PC OC PhD MBA Esq DCL FRS RN RAF USN "
    "USMC Ret SJ OP OFM KCB GCB CB KG KT KP GNZM DNZM KNZM ONZM MNZM DStJ EGH EBS CBS OGW MGH GCON GCFR GCVO CFR OFR OON MFR NCB SIP JP SCM SS LVO MVO BEM AK AD QSO FRSC TA ndc psc"
)
"""Letters behind a name that are no part of it."""
ABBREVIATED = _set(
    "Gen Lt Amb Sen Rep Gov Rev Fr Ing Lic Col Maj Capt Brig Adm Cdr Cmdr Sgt Eng Engr Arch Ir Drs Dra Sra Srta Msgr Mgr Cllr Congr Fmr"
)
"""Titles that need their point."""
GIVEN_WORDS = _set(
    "Will Mark May Grace Hope Rich Bill Frank Grant Pat Art Sandy Faith Joy Summer Christian Dean Earl King Prince Victor Chase Drew Sue Rose Rob Guy Ray "
    "Max Mercy Patience Angel April June August Abu Al Bin Ben Abdul Ould San El De Le La Van Von Dan Don Jean Marie Maria Mary Paul Peter John Georgia Jordan "
    "Victoria Florence Chad Israel Ali Mohammed Mohammad Muhammad Mohamed Ahmed Abdullah Saint Santa Lady Sheikh Ivy Olive Amber Dawn Eve Gay Major Miles Rod "
    "Tan Lee Kim Li Wang Park Nguyen Chairman North South East West Long Young Crown Royal An Du Do So To Ma He She You Ho Hu Hun Sun Son Sok My Min Moon Le Lim"
)
"""Given names that are also words or that too many bear to mean one person."""
NOT_NAME = (
    BODIES
    | DOMAIN
    | MEETING_HEADS
    | frozenset(DOCUMENT_HEADS)
    | TITLE_HEADS
    | VERBS
    | COMMON
    | MONTHS_DAYS
    | _set(
        "Holy Mosques Mosque Team Cup Prix Affairs State International National Republic Kingdom Strategic Partnership Government Headquarters Palace House Airport Square Hall "
        "Street Avenue Day Law War Peace Security Cooperation Development Joint High Level General Foreign Ministers Prime Nations World "
        "Sea Ocean Gulf Strait River Province Region Island Islands City District Hotel Castle Villa University Church Orthodox Muslim Christian Jewish "
        "Islamic Arab Nuclear Human Rights Economic Political Central Nobel Prize Order Year Century Framework Action Climate Change Digital "
        "Green Energy Special Military Operation Policy Zone Corridor Road Belt Jr Sr Extraordinary Settlement Mechanism Track Format Formula Process Guest Guests Executive Officer Whip Staff Operative Agenda Article Chapter Paragraph Annex"
    )
)
PERSON_VERBS = (
    "said|says|told|noted|stressed|emphasi[sz]ed|underlined|underscored|added|highlighted|thanked|congratulated|expressed|reiterated|"
    "reaffirmed|stated|welcomed|met|meets|received|arrived|visited|visits|held|holds|spoke|speaks|attended|attends|chaired|hosted|"
    "briefed|discussed|called|pointed|recalled|affirmed|conveyed|urged|explained|announced|declared|condemned|commended|"
    "appreciated|praised|participated|travel+ed|travels|departed|paid|proposed|opened|launched|led|warned|insisted|claimed|wrote|phoned|hailed|denounced|rejected|took|signed|delivered|joined|replied|answered|asked|argued|concluded|confirmed|"
    "is (?:paying|visiting|expected|scheduled)|was (?:received|welcomed|accompanied|appointed|elected|born|sworn|selected|chosen|nominated|re-elected|reelected|reappointed|inaugurated|killed|arrested|sentenced|awarded|named)|will (?:visit|meet|travel|pay|attend|hold|lead|host|represent|chair|deliver)"
)
PLACE_HEADS = _set(
    "Palace House Castle Villa Hall Airport Square Hotel Province Region Oblast Governorate District Island Islands Sea Strait Gulf Bay River "
    "Peninsula Valley Desert Canal Port Base Mountains Crossing Prison Street Lake Highlands Coast Ocean Heights Plateau Delta Basin "
    "Headquarters Cathedral Monastery Mosque Cemetery Memorial Park Stadium Tower Residence Mansion Chancellery Fort Camp Terminal Avenue "
    "Room Ballroom Auditorium Guesthouse Guesthouses Pavilion Esplanade Lounge Cay Caye Atoll Complex Campus Isthmus Fjord Glacier Triangle Oblasts Territory Territories Strip Archipelago Shoal Reef Channel Plaza Monument Obelisk Mausoleum Necropolis Building Garden Gardens Sanctuary Hills"
)
PLACE_OPENERS = _set(
    "Gulf Strait Bay Sea Port Province City Island Lake Mount Cape Fort Camp Horn Straits Governorate Isle Bight"
)
PLACE_PREFIXES = _set(
    "Mount Mt Lake Camp Fort Cape Cabo Puerto Isla Ile Île Gedung Palais Palazzo Palacio Palácio Schloss Château Villa Hôtel Casa Qasr Istana Wisma Kasr Bait "
    "Castel Castello Piazza Praça Ras Jabal Jebel Wadi Pulau"
)
"""Words that open the name of a place: Mount Kenya, Villa Borsig, Ras Lanuf."""
VENUE_KINDS = _set("Convention Conference Congress Exhibition Conventions Conferences Expo Exposition")
REGION = re.compile(
    r"Asia|Europe|Africa|America|Pacific|Caribbean|Sea|Ocean|Region|East|Caucasus|Balkans|Eurasia|Indo-|Gulf|Peninsula|Sahel|Arctic|Mediterranean"
)
SMALL = frozenset("of the on and for in to & with between against".split())
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *_UNITS,
            *"tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        ),
        1,
    )
}
for _number, _tens in enumerate("twent thirt fort fift sixt sevent eight ninet".split(), 2):
    _NUMBERS[f"{_tens}ieth"] = _number * 10
    _NUMBERS |= {f"{_tens}y-{unit}": _number * 10 + one for one, unit in enumerate(_UNITS, 1)}
_NUMBERS["hundredth"] = 100
ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)$", re.I)
_ROMAN = re.compile(r"X{0,4}(?:IX|IV|V?I{0,3})$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


@lru_cache(maxsize=10_000)
def ordinal(word: str) -> int | None:
    """Return the number of an ordinal: 19th, Third, Forty-Ninth; None for other words."""
    match = ORDINAL.match(word)
    return int(match[1]) if match else _NUMBERS.get(word.casefold())


def roman(word: str) -> int | None:
    """Return the number of a Roman numeral below fifty (XL is written XXXX); None for other words and for "I" alone."""
    if len(word) < 1 or word == "I" or not _ROMAN.match(word):
        return None
    values = [_ROMAN_VALUES[sign] for sign in word]
    return sum(
        -value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True)
    )
