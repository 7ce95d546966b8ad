import warnings; warnings.simplefilter('ignore')
import pycountry, json
from babel import Locale
from countryinfo import CountryInfo
en=Locale('en').territories
EXTRA={'US':(['United States','U.S.','U.S.A.','US','USA','United States of America','America'],['American','Americans']),
'GB':(['United Kingdom','UK','U.K.','Britain','Great Britain','United Kingdom of Great Britain and Northern Ireland'],['British','Britons']),
'RU':(['Russia','Russian Federation'],['Russian','Russians']),'KR':(['South Korea','Republic of Korea','ROK'],['South Korean','South Koreans']),
'KP':(['North Korea','DPRK',"Democratic People's Republic of Korea"],['North Korean']),'LA':(['Laos','Lao PDR',"Lao People's Democratic Republic"],['Lao','Laotian','Laotians']),
'TL':(['East Timor','Timor-Leste'],['Timorese','East Timorese']),'MM':(['Myanmar','Burma'],['Burmese']),'CN':(['China',"People's Republic of China",'PRC'],['Chinese']),
'AE':(['United Arab Emirates','UAE','U.A.E.'],['Emirati','Emiratis']),'SA':(['Saudi Arabia','Kingdom of Saudi Arabia','KSA'],['Saudi','Saudis']),
'TR':(['Turkey','Türkiye','Republic of Türkiye','Republic of Turkey'],['Turkish','Turks']),'CZ':(['Czech Republic','Czechia'],['Czech','Czechs']),
'VA':(['Holy See','Vatican','Vatican City'],[]),'PS':(['Palestine','State of Palestine','Palestinian Authority'],['Palestinian','Palestinians']),'TW':(['Taiwan'],['Taiwanese']),
'IR':(['Iran','Islamic Republic of Iran'],['Iranian','Iranians']),'SY':(['Syria','Syrian Arab Republic'],['Syrian','Syrians']),'VN':(['Vietnam','Viet Nam','Socialist Republic of Vietnam'],['Vietnamese']),
'CI':(["Côte d'Ivoire",'Ivory Coast'],['Ivorian']),'CD':(['Democratic Republic of the Congo','DRC','DR Congo'],['Congolese']),'CG':(['Republic of the Congo','Congo-Brazzaville'],[]),
'BN':(['Brunei','Brunei Darussalam'],['Bruneian']),'PH':(['Philippines','Republic of the Philippines'],['Philippine','Filipino','Filipinos']),'NL':(['Netherlands'],['Dutch']),
'MK':(['North Macedonia'],['Macedonian']),'BA':(['Bosnia and Herzegovina','Bosnia'],['Bosnian']),'MD':(['Moldova','Republic of Moldova'],['Moldovan']),'TZ':(['Tanzania','United Republic of Tanzania'],['Tanzanian']),
'VE':(['Venezuela','Bolivarian Republic of Venezuela'],['Venezuelan']),'BO':(['Bolivia'],['Bolivian']),'SZ':(['Eswatini','Swaziland'],[]),'CV':(['Cabo Verde','Cape Verde'],['Cape Verdean']),'IE':(['Ireland'],['Irish']),
'NZ':(['New Zealand'],['New Zealand','New Zealanders']),'FR':(['France','French Republic'],['French']),'DE':(['Germany','Federal Republic of Germany'],['German','Germans']),'ES':(['Spain','Kingdom of Spain'],['Spanish']),
'CH':(['Switzerland'],['Swiss']),'DK':(['Denmark'],['Danish','Danes']),'SE':(['Sweden'],['Swedish']),'FI':(['Finland'],['Finnish']),'PL':(['Poland'],['Polish']),'IS':(['Iceland'],['Icelandic']),'TH':(['Thailand','Kingdom of Thailand'],['Thai']),
'GE':([],['Georgian','Georgians']),'XK':(['Kosovo'],['Kosovar']),'EG':(['Egypt','Arab Republic of Egypt'],['Egyptian','Egyptians']),'ZA':(['South Africa','Republic of South Africa'],['South African']),'GR':(['Greece','Hellenic Republic'],['Greek','Greeks','Hellenic']),
'IL':(['Israel','State of Israel'],['Israeli','Israelis']),'IQ':(['Iraq'],['Iraqi']),'QA':(['Qatar','State of Qatar'],['Qatari']),'KW':(['Kuwait','State of Kuwait'],['Kuwaiti']),'OM':(['Oman','Sultanate of Oman'],['Omani']),'BH':(['Bahrain','Kingdom of Bahrain'],['Bahraini']),'JO':(['Jordan','Hashemite Kingdom of Jordan'],['Jordanian']),
'LB':(['Lebanon'],['Lebanese']),'YE':(['Yemen'],['Yemeni']),'PK':(['Pakistan','Islamic Republic of Pakistan'],['Pakistani']),'BD':(['Bangladesh'],['Bangladeshi']),'NP':(['Nepal'],['Nepali','Nepalese']),'LK':(['Sri Lanka'],['Sri Lankan']),'KZ':(['Kazakhstan','Republic of Kazakhstan'],['Kazakh','Kazakhstani']),
'KG':(['Kyrgyzstan','Kyrgyz Republic'],['Kyrgyz']),'TJ':(['Tajikistan'],['Tajik']),'TM':(['Turkmenistan'],['Turkmen']),'UZ':(['Uzbekistan','Republic of Uzbekistan'],['Uzbek']),'BY':(['Belarus','Republic of Belarus'],['Belarusian']),'UA':(['Ukraine'],['Ukrainian','Ukrainians']),'RS':(['Serbia','Republic of Serbia'],['Serbian','Serbs']),
'JP':(['Japan'],['Japanese']),'IN':(['India','Republic of India'],['Indian','Indians']),'ID':(['Indonesia','Republic of Indonesia'],['Indonesian','Indonesians']),'AU':(['Australia'],['Australian','Australians']),'CA':(['Canada'],['Canadian','Canadians']),'MY':(['Malaysia'],['Malaysian']),'SG':(['Singapore'],['Singaporean']),'KH':(['Cambodia','Kingdom of Cambodia'],['Cambodian'])}
METO={'RU':'Moscow','US':'Washington','GB':'London','CN':'Beijing','FR':'Paris','DE':'Berlin','UA':'Kyiv','IR':'Tehran','IN':'New Delhi','JP':'Tokyo','TR':'Ankara','LA':'Vientiane','TL':'Dili','MM':'Naypyidaw'}
out=[]
DROP={'Guinea','Niger'} 
for c in sorted(pycountry.countries,key=lambda c:c.alpha_2):
    a=c.alpha_2
    names=[]; dem=[]; cap=[]
    if a in EXTRA: names+=EXTRA[a][0]; dem+=EXTRA[a][1]
    n=en.get(a) 
    for x in (n,getattr(c,'common_name',None),c.name if ',' not in c.name else None,getattr(c,'official_name',None)):
        if x and ',' not in x and '(' not in x and x not in names and not any(w in x for w in ('China SAR',)) : names.append(x.replace(' & ',' and '))
    try:
        ci=CountryInfo(a); d=ci.demonym()
        if d and a not in EXTRA: dem+= [d]
        k=ci.capital()
        if k: cap=[k]
    except Exception: pass
    if a in('GS','IO','BV','HM','UM','TF','AQ','SJ','YT','GF','GP','MQ','RE'): dem=[]
    names=names or [c.name]
    names=list(dict.fromkeys(x.replace('’',"'") for x in names)); dem=[d for d in dict.fromkeys(dem) if d and d[0].isupper()]
    if a in ('DM','DO'): dem=['Dominican'] if a=='DO' else []
    if a in ('IO','GN','GQ','GW','NG','NE','KN','CX','CC','CK','AS','VG','VI','WS','GU','PF','NC'): dem={'GN':['Guinean'],'NG':['Nigerian'],'NE':['Nigerien'],'WS':['Samoan']}.get(a,[])
    if a=='GB': cap=['London']
    out.append((a,names[0],names[1:],dem,cap[0] if cap else ''))
out+=[('SU','Soviet Union',['USSR','U.S.S.R.','Union of Soviet Socialist Republics'],['Soviet','Soviets'],''),('DD','East Germany',['German Democratic Republic','GDR'],['East German'],''),('YU','Yugoslavia',[],['Yugoslav'],''),('CS','Czechoslovakia',[],['Czechoslovak'],''),('XK','Kosovo',[],['Kosovar'],'Pristina')]
seen={}
lines=["# States and territories. Generated by maintenance/make_countries.py from pycountry (ISO 3166-1, LGPL-2.1),","# Babel (Unicode CLDR names, BSD-3-Clause) and countryinfo (demonyms, capitals, MIT); the overrides in that script win.","countries:"]
q=lambda s: json.dumps(s,ensure_ascii=False)
for a,n,ns,d,cap in out:
    keep=[]
    for x in ns:
        if x not in seen: seen[x]=a; keep.append(x)
    seen[n]=a
    lines.append(f'  - {{id: "country:{a}", name: {q(n)}, names: {q(keep)}, demonyms: {q(d)}, capital: {q(cap)}}}')
open('countries.yaml','w').write('\n'.join(lines)+'\n')
print(len(out))
